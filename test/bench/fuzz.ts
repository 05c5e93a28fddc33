/** `npm run fuzz -- --from N --count M`: tests mutated certificates, CRLs and OCSP responses. Exits with 1 if it found a fault. */
import { fuzz, untouchedAreAccepted } from '../support/fuzz/revocation-fuzz.js';

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

if (!untouchedAreAccepted()) throw new Error('the unchanged inputs are not accepted');
const from = argument('--from', 0);
const report = fuzz(from, argument('--count', 10_000));
console.log(JSON.stringify({ from, ...report }));
if (report.findings.length > 0) process.exitCode = 1;
