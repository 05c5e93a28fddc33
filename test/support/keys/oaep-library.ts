import { createHash } from 'node:crypto';
import {
  ck,
  ckr,
  type Handle,
  loadPkcs11,
  type Mechanism,
  type Pkcs11Library,
} from '../../../src/adapters/pkcs11/pkcs11-library.js';

/** CKM_RSA_X_509: RSA without padding. */
const plainRsa = 3;

/**
 * SoftHSM2 2.6 has RSA-OAEP with SHA-1 alone. With this library its tokens have it with SHA-256: the private key works in the token, and
 * the padding is taken off here (RFC 8017 §7.1.2). For tests only: it takes no care of how long that takes.
 */
export async function libraryWithOaepSha256(): Promise<Pkcs11Library> {
  const library = await loadPkcs11();
  let oaep = false;
  const ours: Pick<Pkcs11Library, 'C_DecryptInit' | 'C_Decrypt'> = {
    C_DecryptInit(session: Handle, mechanism: Mechanism, key: Handle): void {
      const { parameter } = mechanism;
      const wanted = { type: ck.oaepParameters, hashAlg: ck.sha256, mgf: ck.mgf1Sha256, source: 1 };
      oaep = mechanism.mechanism === ck.rsaOaep && JSON.stringify(parameter) === JSON.stringify(wanted);
      library.C_DecryptInit(session, oaep ? { mechanism: plainRsa } : mechanism, key);
    },
    C_Decrypt(session: Handle, encrypted: Buffer, clear: Buffer): Buffer {
      const decrypted = library.C_Decrypt(session, encrypted, clear);
      return oaep ? withoutPadding(decrypted) : decrypted;
    },
  };
  return new Proxy(library, {
    get: (target, name) => {
      if (name in ours) return Reflect.get(ours, name) as unknown;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

function mask(seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, count) =>
    sha256(Buffer.concat([seed, Buffer.from([0, 0, 0, count])])),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

const xor = (one: Buffer, other: Buffer): Buffer =>
  Buffer.from(one.map((octet, i) => octet ^ (other[i] ?? 0)));

function withoutPadding(encoded: Buffer): Buffer {
  const [maskedSeed, maskedBlock] = [encoded.subarray(1, 33), encoded.subarray(33)];
  const seed = xor(maskedSeed, mask(maskedBlock, 32));
  const block = xor(maskedBlock, mask(seed, maskedBlock.length));
  const one = block.indexOf(1, 32);
  const fits = encoded[0] === 0 && block.subarray(0, 32).equals(sha256(Buffer.alloc(0))) && one >= 0;
  if (!fits || block.subarray(32, one).some((octet) => octet !== 0))
    throw Object.assign(new Error('CKR_ENCRYPTED_DATA_INVALID'), { code: ckr.encryptedDataInvalid });
  return block.subarray(one + 1);
}
