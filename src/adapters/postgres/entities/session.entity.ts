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

  /** Not a column: filled by the query that joins the member, while they are active. */
  member?: StaffMemberEntity | null;
}
