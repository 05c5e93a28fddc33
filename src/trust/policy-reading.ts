import type { JsonReader } from '../core/json.js';
import { type AlgorithmPolicy, KeyUsage, strongAlgorithms } from '../core/x509/index.js';
import {
  cardAlone,
  type CertificateKind,
  type CertificatePolicy,
  type KeyUsageName,
  type RefusedKind,
  type SigningMethod,
  signingMethods,
  type ValidityWindow,
} from './certificate-policy.js';
import {
  type HolderIdentification,
  moicaIdentification,
  type NationalIdPlace,
} from './holder-identification.js';

const objectIdentifier = /^[0-2](?:\.\d{1,15}){1,30}$/;
const anyText = /^.{1,200}$/u;
const keyUsages = Object.keys(KeyUsage) as KeyUsageName[];

const texts = (reader: JsonReader | undefined, pattern: RegExp): string[] =>
  reader?.items((item) => item.text(pattern)) ?? [];

/** Reads `from` and `until` of an object. Without them the window has no beginning or no end. */
export const readWindow = (reader: JsonReader): ValidityWindow => ({
  from: reader.optional('from')?.instant() ?? -Infinity,
  until: reader.optional('until')?.instant() ?? Infinity,
});

/** Reads a {@link CertificatePolicy}. */
export function readPolicy(policy: JsonReader): CertificatePolicy {
  policy.only('name', 'kind', 'holder', 'keyUsage', 'signingMethods', 'algorithms', 'accepted', 'ocsp');
  return {
    name: policy.member('name').text(/^[a-z][a-z-]{0,63}$/),
    kind: readKind(policy.member('kind')),
    holder: readHolder(policy.optional('holder')),
    keyUsage: policy.member('keyUsage').items((item) => item.oneOf(...keyUsages)),
    signingMethods: readSigningMethods(policy.optional('signingMethods')),
    algorithms: readAlgorithms(policy.optional('algorithms')),
    accepted: policy.member('accepted').items((window) => {
      window.only('from', 'until');
      return readWindow(window);
    }),
    ocsp: policy.optional('ocsp')?.flag() ?? false,
  };
}

function readKind(kind: JsonReader): CertificateKind {
  kind.only('certificatePolicies', 'subjectTypes', 'issuerKeyIdentifiers', 'issuerName');
  return {
    certificatePolicies: texts(kind.optional('certificatePolicies'), objectIdentifier),
    subjectTypes: texts(kind.optional('subjectTypes'), objectIdentifier),
    issuerKeyIdentifiers: texts(kind.optional('issuerKeyIdentifiers'), /^(?:[0-9a-f]{2}){1,64}$/),
    issuerName:
      kind.optional('issuerName')?.items((condition) => {
        condition.only('type', 'value');
        return {
          type: condition.member('type').text(objectIdentifier),
          value: condition.member('value').text(anyText),
        };
      }) ?? [],
  };
}

/** A policy that does not say how its holders are identified identifies them as MOICA does. */
function readHolder(holder: JsonReader | undefined): HolderIdentification {
  if (holder === undefined) return moicaIdentification;
  holder.only('subjectAttribute', 'issuerPart', 'nationalId');
  const part = holder.member('issuerPart');
  const subjectAttribute = holder.member('subjectAttribute').text(objectIdentifier);
  const nationalId = readPlace(holder.member('nationalId'));
  // What identifies the holder is stored as a tag, and nothing derived from the number may be.
  if (nationalId?.in === 'subject' && nationalId.attribute === subjectAttribute)
    holder.member('subjectAttribute').refuse();
  return { subjectAttribute, issuerPart: readIssuerPart(part), nationalId };
}

function readIssuerPart(part: JsonReader): HolderIdentification['issuerPart'] {
  if (part.value() === 'name') return 'name';
  const types = texts(part, objectIdentifier);
  return types.length === 0 || new Set(types).size !== types.length ? part.refuse() : types;
}

/** `none` has to be written out: without characters in the certificate nothing ties a number to it. */
function readPlace(place: JsonReader): NationalIdPlace | undefined {
  if (place.value() === 'none') return undefined;
  place.only('in', 'attribute', 'from', 'to');
  const from = place.member('from').integer(1);
  const to = place.member('to').integer(from);
  if (to > nationalIdLength) place.member('to').refuse();
  const where = place.member('in').oneOf('subject', 'subjectDirectoryAttributes');
  return { in: where, attribute: place.member('attribute').text(objectIdentifier), from, to };
}

const nationalIdLength = 10;

/** In one order, so that the same methods are the same policy. Once a way is named, `card` is admitted only where it is named too. */
function readSigningMethods(methods: JsonReader | undefined): readonly SigningMethod[] {
  if (methods === undefined) return cardAlone;
  const named = methods.items((item) => item.oneOf(...signingMethods));
  if (named.length === 0 || new Set(named).size !== named.length) methods.refuse();
  return signingMethods.filter((method) => named.includes(method));
}

/** Configuration can only allow fewer algorithms than {@link strongAlgorithms}, never more. */
function readAlgorithms(algorithms: JsonReader | undefined): AlgorithmPolicy {
  if (algorithms === undefined) return strongAlgorithms;
  algorithms.only('minimumRsaBits', 'curves', 'hashes');
  return {
    ...strongAlgorithms,
    minimumRsaBits: Math.max(algorithms.member('minimumRsaBits').integer(1), strongAlgorithms.minimumRsaBits),
    curves: chosen(algorithms.member('curves'), strongAlgorithms.curves),
    hashes: chosen(algorithms.member('hashes'), strongAlgorithms.hashes),
  };
}

const chosen = <Word extends string>(list: JsonReader, from: ReadonlySet<Word>): ReadonlySet<Word> =>
  new Set(list.items((item) => item.oneOf(...from)));

/** Reads a {@link RefusedKind}. */
export function readRefusal(refusal: JsonReader): RefusedKind {
  refusal.only('name', 'issuerNameContains', 'certificatePolicies');
  return {
    name: refusal.member('name').oneOf('health-insurance'),
    issuerNameContains: texts(refusal.optional('issuerNameContains'), anyText),
    certificatePolicies: texts(refusal.optional('certificatePolicies'), objectIdentifier),
  };
}
