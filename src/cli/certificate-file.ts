const pem = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/;

/** The certificate of a file, DER: the first of a PEM file (RFC 7468 5.1), or the bytes as they are. */
export function derOf(file: Uint8Array): Uint8Array {
  const block = pem.exec(Buffer.from(file).toString('latin1'))?.[1];
  return block === undefined ? file : Buffer.from(block, 'base64');
}
