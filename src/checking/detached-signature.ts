import { contextConstructed, der, type DerReader, parseDer, Tag } from '../core/der/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { maximumDocumentBytes } from '../core/cms/index.js';

/** Bytes a detached signature may have: certificates and one SignerInfo. */
const maximumSignatureBytes = 65_536;

/**
 * Takes the content out of a SignedData (RFC 5652 5.2: eContent is optional), so that it stands beside its content:
 * `openssl cms -verify -binary -inform DER -in result.p7s -content result.json`. Throws on what is no SignedData.
 */
export function detach(signedData: Uint8Array): Uint8Array {
  const detached = parseDer(signedData, maximumDocumentBytes, (reader) => rewrite(reader, undefined));
  if (!detached.ok) throw new TypeError('not a SignedData');
  return detached.value;
}

/** Puts content into a detached SignedData, for verifying. Fails where it is none. */
export function attach(
  signature: Uint8Array,
  content: Uint8Array,
): Result<Uint8Array, 'signature-malformed'> {
  const attached = parseDer(signature, maximumSignatureBytes, (reader) => rewrite(reader, content));
  return attached.ok ? ok(attached.value) : fail('signature-malformed');
}

function rewrite(reader: DerReader, content: Uint8Array | undefined): Uint8Array {
  const contentInfo = reader.into();
  const signedDataType = contentInfo.element(Tag.oid).der;
  const explicit = contentInfo.into(contextConstructed(0));
  const signedData = explicit.into();
  const before = [signedData.element(Tag.integer).der, signedData.element(Tag.set).der];
  const contentType = signedData.into().element(Tag.oid).der;
  const after: Uint8Array[] = [];
  while (!signedData.done) after.push(signedData.element().der);
  explicit.end();
  contentInfo.end();
  const encapsulated =
    content === undefined
      ? der.sequence(contentType)
      : der.sequence(contentType, der.context(0, der.octetString(content)));
  return der.sequence(signedDataType, der.context(0, der.sequence(...before, encapsulated, ...after)));
}
