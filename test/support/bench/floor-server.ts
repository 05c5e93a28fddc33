/**
 * The floor under `npm run bench -- intake`: a server of one page that does for each request what nobody can do without, and nothing
 * else. Two verifications (the statement's signature, the certificate's), two signatures (countersignature, receipt), two seals (each an
 * ephemeral P-256 key, AES-256-GCM over the content), one INSERT into a table like `sealed_record`, durable before the answer. It parses
 * no certificate and no DER, builds no path, knows no case and no limit. Arguments: the database's URL, the issuers' keys in base64.
 */
import {
  createCipheriv,
  createECDH,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { FloorRequest } from './floor-request.js';
import { answerUsage } from './usage.js';

const [url = '', ...issuers] = process.argv.slice(2);
const keyOf = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
const issuerKeys = issuers.map(keyOf);
const intakeKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
const points = [1, 2].map(() => createECDH('prime256v1').generateKeys());
const ephemeral = createECDH('prime256v1');
const round = randomUUID();
const pool = new pg.Pool({ connectionString: url, max: 20 });
await pool.query(`CREATE TABLE IF NOT EXISTS floor_record (
  round_id uuid NOT NULL, holder_tag bytea NOT NULL, record bytea NOT NULL, commitment bytea NOT NULL, signed_on date NOT NULL,
  PRIMARY KEY (round_id, holder_tag));
  ALTER TABLE floor_record ALTER COLUMN record SET STORAGE EXTERNAL;
  CREATE INDEX IF NOT EXISTS floor_record_commitment ON floor_record (commitment, round_id)`);

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

function seal(content: Uint8Array, point: Uint8Array): Buffer {
  const originator = ephemeral.generateKeys();
  const key = createHash('sha256').update(ephemeral.computeSecret(point)).digest();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const ciphertext = cipher.update(content);
  cipher.final();
  return Buffer.concat([originator, nonce, ciphertext, cipher.getAuthTag()]);
}

async function take(request: FloorRequest): Promise<object> {
  const issuerKey = issuerKeys[request.issuer];
  const signature = bytes(request.signature);
  const good =
    issuerKey !== undefined &&
    verify('sha256', bytes(request.signed), keyOf(request.signerKey), signature) &&
    verify('sha256', bytes(request.tbs), issuerKey, bytes(request.certificateSignature));
  if (!good) throw new Error('a signature that does not verify');
  const countersignature = sign('sha256', signature, intakeKey);
  let record: Buffer = Buffer.concat([bytes(request.evidence), countersignature]);
  for (const point of points) record = seal(record, point);
  const commitment = createHash('sha256').update(record).digest();
  const values = [round, randomBytes(16), record, commitment, '2026-03-03'];
  await pool.query({
    name: 'record',
    text: 'INSERT INTO floor_record VALUES ($1, $2, $3, $4, $5)',
    values,
  });
  const receipt = sign('sha256', commitment, { key: intakeKey, dsaEncoding: 'ieee-p1363' });
  return { commitment: commitment.toString('hex'), receipt: receipt.toString('base64url') };
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const taken = await take(JSON.parse(Buffer.concat(chunks).toString()) as FloorRequest);
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(taken));
}

const server = createServer((incoming, response) => {
  answer(incoming, response).catch(() => response.writeHead(500).end());
});
server.listen(0, '127.0.0.1', () => {
  answerUsage(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
process.once('SIGTERM', () => process.exit());
