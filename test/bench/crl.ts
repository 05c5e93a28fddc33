import { readFileSync } from 'node:fs';
import { CrlIndex } from '../../src/core/revocation/crl/crl-index.js';
import { largeCrl } from '../support/crl/large-crl.js';
const l = largeCrl(412000);
const before = process.memoryUsage.rss();
const t0 = performance.now();
const bytes = readFileSync(l.file);
const t1 = performance.now();
const r = CrlIndex.read(bytes);
const t2 = performance.now();
if (!r.ok) throw new Error('x');
console.log(bytes.length, t1 - t0, t2 - t1, (process.memoryUsage.rss() - before) / bytes.length);
let t3 = performance.now();
r.value.sha256;
console.log('sha', performance.now() - t3);
t3 = performance.now();
r.value.isSignedBy(l.publicKey, (await import('../../src/core/x509/index.js')).strongAlgorithms);
console.log('sig', performance.now() - t3);
t3 = performance.now();
let n = 0;
for (const s of l.listed) if (r.value.find(s, r.value.issuer)) n++;
console.log(n, l.listed.length, ((performance.now() - t3) * 1000) / l.listed.length, 'us');
for (let k = 0; k < 3; k++) {
  t3 = performance.now();
  CrlIndex.read(bytes);
  console.log(performance.now() - t3);
}
for (let k = 0; k < 6; k++) {
  t3 = performance.now();
  let n = 0;
  for (const s of l.listed) if (r.value.find(s, r.value.issuer)) n++;
  console.log(n, l.listed.length, ((performance.now() - t3) * 1000) / l.listed.length, 'us');
}
