import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/*
 * The messages of the mobile certificate's service, written from its specification and apart from the platform's adapter: each is held
 * against the other.
 */

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A checksum as the specification's sample makes it: with a nonce of zeros. */
export function serviceChecksum(key: Uint8Array, text: string): string {
  const nonce = Buffer.alloc(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(digest(text), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return nonce.toString('hex') + sealed.toString('hex');
}

/** Whether a checksum is that of this text. */
export function checksumFits(key: Uint8Array, text: string, checksum: unknown): boolean {
  const bytes = Buffer.from(typeof checksum === 'string' ? checksum : '', 'hex');
  if (bytes.length !== 12 + 64 + 16) return false;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return opened.toString('utf8') === digest(text);
  } catch {
    return false;
  }
}

/** A ticket (`sp_ticket`): JSON in base64url, and its digest. */
export function serviceTicket(payload: object): string {
  const first = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${first}.${createHash('sha256').update(first).digest('base64url')}`;
}

/** `hashed_id_num` of a number. */
export const hashedNumber = (nationalId: string): string => digest(nationalId);

/** What is asked of the service. Members that are no text become empty. */
export class ServiceRequest {
  private constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  static of(body: unknown): ServiceRequest {
    return new ServiceRequest(typeof body === 'object' && body !== null ? { ...body } : {});
  }

  text(name: string): string {
    const value = this.members[name];
    return typeof value === 'string' ? value : '';
  }

  number(name: string): number {
    return Number(this.members[name]);
  }

  inside(name: string): ServiceRequest {
    return ServiceRequest.of(this.members[name]);
  }
}
