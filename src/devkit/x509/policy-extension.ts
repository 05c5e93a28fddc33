import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import { extension, type ExtensionShape } from './extension.js';
import { type GeneralNameShape, generalName } from './general-name.js';

/** certificatePolicies (RFC 5280 4.2.1.4); a policy may come with its qualifiers' DER. */
export function certificatePolicies(
  policies: readonly (string | readonly [policy: string, ...qualifiers: readonly Uint8Array[]])[],
  critical = false,
): ExtensionShape {
  const information = policies.map((each) => {
    const [policy, ...qualifiers] = typeof each === 'string' ? [each] : each;
    return der.sequence(der.oid(policy), ...(qualifiers.length === 0 ? [] : [der.sequence(...qualifiers)]));
  });
  return extension(Oid.certificatePolicies, der.sequence(...information), critical);
}

/** policyMappings (RFC 5280 4.2.1.5): issuer's policy to subject's policy. */
export const policyMappings = (
  pairs: readonly (readonly [issuerDomain: string, subjectDomain: string])[],
  critical = true,
): ExtensionShape =>
  extension(
    Oid.policyMappings,
    der.sequence(...pairs.map(([from, to]) => der.sequence(der.oid(from), der.oid(to)))),
    critical,
  );

/** policyConstraints (RFC 5280 4.2.1.11), critical. */
export function policyConstraints(constraints: {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}): ExtensionShape {
  const skip = (tag: number, certificates: number | undefined): Uint8Array[] =>
    certificates === undefined ? [] : [der.contextOctets(tag, der.integer(certificates).subarray(2))];
  return extension(
    Oid.policyConstraints,
    der.sequence(...skip(0, constraints.requireExplicitPolicy), ...skip(1, constraints.inhibitPolicyMapping)),
    true,
  );
}

/** inhibitAnyPolicy (RFC 5280 4.2.1.14), critical. */
export const inhibitAnyPolicy = (skipCertificates: number): ExtensionShape =>
  extension(Oid.inhibitAnyPolicy, der.integer(skipCertificates), true);

/** nameConstraints (RFC 5280 4.2.1.10), critical. */
export function nameConstraints(constraints: {
  readonly permitted?: readonly GeneralNameShape[];
  readonly excluded?: readonly GeneralNameShape[];
}): ExtensionShape {
  const subtrees = (tag: number, names: readonly GeneralNameShape[] | undefined): Uint8Array[] =>
    names === undefined ? [] : [der.context(tag, ...names.map((name) => der.sequence(generalName(name))))];
  return extension(
    Oid.nameConstraints,
    der.sequence(...subtrees(0, constraints.permitted), ...subtrees(1, constraints.excluded)),
    true,
  );
}
