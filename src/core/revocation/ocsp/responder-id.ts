import { contextConstructed, type DerReader } from '../../der/index.js';
import { type Name, namesEqual, readName } from '../../x509/index.js';
import { publicKeyHash } from './certificate-id.js';

/** ResponderID (RFC 6960 4.2.1): who says to have signed. */
export type ResponderId =
  | { readonly kind: 'name'; readonly name: Name }
  /** SHA-1 of the responder's public key. */
  | { readonly kind: 'key'; readonly hash: Uint8Array };

/** Reads a ResponderID. Throws DerError. */
export function readResponderId(reader: DerReader): ResponderId {
  const byName = reader.optionalInto(contextConstructed(1));
  if (byName !== undefined) {
    const name = readName(byName);
    byName.end();
    return { kind: 'name', name };
  }
  const byKey = reader.into(contextConstructed(2));
  const hash = byKey.octetString();
  byKey.end();
  return { kind: 'key', hash };
}

/** Whether a ResponderID means the holder of this name and key (SubjectPublicKeyInfo, DER). */
export function isResponder(id: ResponderId, name: Name, publicKey: Uint8Array): boolean {
  return id.kind === 'name'
    ? namesEqual(id.name, name)
    : Buffer.compare(id.hash, publicKeyHash(publicKey, 'sha1')) === 0;
}
