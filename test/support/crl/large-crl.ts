import { createCipheriv, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';

/** The number of entries in MOICA G2's complete CRL. The file has 20 MB. */
export const moicaEntries = 412_000;

/** A signed CRL, the key that signed it, and some serial numbers in it. */
interface LargeCrl {
  readonly file: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** The serial number (content octets) of one entry in {@link sampleStep}. */
  readonly listed: readonly Uint8Array[];
}

const sampleStep = 97;
const issuer = der.sequence(
  der.setOf(der.sequence(der.oid(Oid.countryName), der.printableString('TW'))),
  der.setOf(der.sequence(der.oid(Oid.organizationName), der.utf8String('行政院'))),
  der.setOf(der.sequence(der.oid(Oid.organizationalUnitName), der.utf8String('內政部憑證管理中心'))),
);

/** A CRL like MOICA's, made once and kept in the temporary folder. */
export function largeCrl(entries: number): LargeCrl {
  const folder = join(tmpdir(), 'lianshu-bench');
  const file = join(folder, `moica-${entries}.crl`);
  mkdirSync(folder, { recursive: true });
  const serials = serialNumbers(entries);
  if (!existsSync(file)) writeCrl(file, serials);
  const listed = serials.filter((_, index) => index % sampleStep === 0);
  return { file, publicKey: readFileSync(`${file}.spki`), listed };
}

/** Positive INTEGERs of 128 bits (content octets), from a fixed stream. Half of them have 17 octets. */
function serialNumbers(count: number): Uint8Array[] {
  const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16)).update(
    Buffer.alloc(count * 16),
  );
  return Array.from({ length: count }, (_, index) => {
    const octets = stream.subarray(index * 16, index * 16 + 16);
    octets[0] ||= 1;
    return octets[0] < 0x80 ? octets : Buffer.concat([Buffer.of(0), octets]);
  });
}

function writeCrl(file: string, serials: readonly Uint8Array[]): void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue());
  const reason = (value: number): Uint8Array =>
    der.sequence(
      der.sequence(der.oid(Oid.crlReason), der.octetString(der.encode(0x0a, Uint8Array.of(value)))),
    );
  const reasons = [0, 1, 3, 4, 5, 6].map(reason);
  const entry = (serial: Uint8Array, index: number): Uint8Array =>
    der.sequence(
      der.encode(0x02, serial),
      der.time(new Date(Date.UTC(2021, 0, 1) + index * 300_000)),
      reasons[index % reasons.length]!,
    );
  const extensions = der.context(
    0,
    der.sequence(der.sequence(der.oid(Oid.crlNumber), der.octetString(der.integer(123_456)))),
  );
  const tbs = der.sequence(
    der.integer(1),
    algorithm,
    issuer,
    der.time(new Date(Date.UTC(2026, 0, 1))),
    der.time(new Date(Date.UTC(2026, 0, 2))),
    der.sequence(Buffer.concat(serials.map(entry))),
    extensions,
  );
  const crl = der.sequence(tbs, algorithm, der.bitString(sign('sha256', tbs, privateKey)));
  writeFileSync(`${file}.spki`, publicKey.export({ type: 'spki', format: 'der' }));
  writeFileSync(`${file}.new`, crl);
  renameSync(`${file}.new`, file);
}
