import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffMemberEntity } from './staff-member.entity.js';

/** A row of `session`: a session of a member of staff. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn({ name: 'token_digest', type: 'bytea' })
  tokenDigest!: Buffer;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: string;

  @Column({ name: 'certificate_digest', type: 'bytea' })
  certificateDigest!: Buffer;

  @Column({ name: 'holder_digest', type: 'bytea' })
  holderDigest!: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Names the session to its holder. It opens nothing. */
  @Column({ type: 'uuid' })
  id!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ type: 'boolean', insert: false })
  ended!: boolean;

  /** The certificate that was signed in with, sealed under a key that is not in the database. */
  @Column({ name: 'sealed_certificate', type: 'bytea' })
  sealedCertificate!: Buffer;

  /** Not a column: filled by the query that joins the member, while they are active. */
  member?: StaffMemberEntity | null;
}
