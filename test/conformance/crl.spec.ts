import { afterAll, expect, it } from '@jest/globals';
import { trustAnchor, validatePath } from '../../src/core/path/index.js';
import { checkRevocation, CrlIndex } from '../../src/core/revocation/index.js';
import { type Certificate, everyAlgorithm, parseCertificate } from '../../src/core/x509/index.js';
import { describeVectors, pemBlocks, vectorCases, vectorPath } from '../support/vectors/vectors.js';

interface CrlCase {
  readonly file: string;
  readonly status: 'good' | 'revoked' | 'unknown';
}

const at = new Date('2017-03-09T00:00:00Z');
const sevenDays = 7 * 24 * 60 * 60 * 1000;

type Blocks = ReadonlyMap<string, Uint8Array>;

describeVectors('crl', () => {
  const cases = vectorCases('crl') as readonly CrlCase[];
  const incomplete: string[] = [];

  afterAll(() => {
    if (incomplete.length > 0)
      process.stderr.write(`crl vectors NOT decided, a certificate is missing: ${incomplete.join(' ')}\n`);
  });

  it('has 66 cases', () => expect(cases).toHaveLength(66));

  for (const { file, status } of cases) {
    const blocks = pemBlocks(vectorPath('crl', file));
    const missing = missingBlock(file, blocks);
    if (missing === undefined) it(`${file} is ${status}`, () => expect(statusOf(blocks)).toBe(status));
    // Bytes that are no CRL can be decided without the certificate.
    else if (isMalformed(blocks)) it(`${file} is ${status}`, () => expect(status).toBe('unknown'));
    else {
      incomplete.push(file);
      it.skip(`${file}: NOT RUN, it holds no ${missing}`, () => undefined);
    }
  }
});

/** Every file needs the certificate under check. For a key roll-over it also needs the certificate of the CRL's issuer. */
function missingBlock(file: string, blocks: Blocks): string | undefined {
  const needed = file.includes('key_rollover') ? ['CERTIFICATE', 'CA CERTIFICATE 2'] : ['CERTIFICATE'];
  return needed.find((label) => !blocks.has(label));
}

function isMalformed(blocks: Blocks): boolean {
  return !CrlIndex.read(blocks.get('CRL')!).ok;
}

function statusOf(blocks: Blocks): CrlCase['status'] {
  const crl = CrlIndex.read(blocks.get('CRL')!);
  if (!crl.ok) return 'unknown';
  const [anchor, ...issuers] = ['CA CERTIFICATE 2', 'CA CERTIFICATE'].flatMap((label) =>
    certificate(blocks, label),
  );
  const result = checkRevocation({
    path: [...certificate(blocks, 'CERTIFICATE'), ...issuers],
    anchor: trustAnchor(anchor!),
    crls: [crl.value],
    ocsp: [],
    at,
    // One case has a nextUpdate and yet must be too old.
    maximumCrlAge: sevenDays,
    algorithms: everyAlgorithm,
    validatePath,
  });
  if (result.ok) return 'good';
  return result.failure.code === 'certificate-revoked' ? 'revoked' : 'unknown';
}

function certificate(blocks: Blocks, label: string): Certificate[] {
  const block = blocks.get(label);
  if (block === undefined) return [];
  const parsed = parseCertificate(block);
  if (!parsed.ok) throw new Error(`${label} does not read`);
  return [parsed.value];
}
