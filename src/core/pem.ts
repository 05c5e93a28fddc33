import { decodeBase64, decodeLatin1, encodeBase64 } from './encodings.js';
import { fail, ok, type Result } from './result.js';

/** What a PEM block can hold here (RFC 7468 §4); OCSP responses have no label of their own there, and take OpenSSL's. */
export type PemLabel = 'CERTIFICATE' | 'X509 CRL' | 'OCSP RESPONSE';

/**
 * Reads a PEM text (RFC 7468 §3) of one or more blocks with this label, in order: their DER. Strict: each boundary on a line of its
 * own, base64 in the one way to write it (lines of any length), between the blocks blank lines and nothing else.
 */
export function parsePem(text: string, label: PemLabel): Result<readonly Uint8Array[], 'pem-malformed'> {
  const blocks: Uint8Array[] = [];
  let base64: string[] | undefined;
  for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trimEnd())) {
    if (base64 === undefined) {
      if (line === boundary('BEGIN', label)) base64 = [];
      else if (line !== '') return fail('pem-malformed');
    } else if (line === boundary('END', label)) {
      const der = decodeBase64(base64.join(''));
      if (der === undefined || der.length === 0) return fail('pem-malformed');
      blocks.push(der);
      base64 = undefined;
    } else {
      base64.push(line);
    }
  }
  return base64 === undefined && blocks.length > 0 ? ok(blocks) : fail('pem-malformed');
}

/** What a file holds that may be DER or PEM. DER begins with the tag of a SEQUENCE, which is `0` in a text: no PEM text does. */
export function parseDerOrPem(
  bytes: Uint8Array,
  label: PemLabel,
): Result<readonly Uint8Array[], 'pem-malformed'> {
  return bytes[0] === 0x30 ? ok([bytes]) : parsePem(decodeLatin1(bytes), label);
}

/** One block as generators must write it: lines of 64 characters, each ended by LF (RFC 7468 §2). */
export function encodePem(label: PemLabel, der: Uint8Array): string {
  const base64 = encodeBase64(der);
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [boundary('BEGIN', label), ...lines, boundary('END', label), ''].join('\n');
}

function boundary(side: 'BEGIN' | 'END', label: PemLabel): string {
  return `-----${side} ${label}-----`;
}
