import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffMemberEntity } from './staff-member.entity.js';

/** A row of `session`: a lead's has `case_number`, a member's has the other three. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn({ name: 'token_digest', type: 'bytea' })
  tokenDigest!: Buffer;

  @Column({ name: 'case_number', type: 'text', nullable: true })
  caseNumber!: string | null;

  @Column({ name: 'member_id', type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ name: 'certificate_digest', type: 'bytea', nullable: true })
  certificateDigest!: Buffer | null;

  @Column({ name: 'holder_digest', type: 'bytea', nullable: true })
  holderDigest!: Buffer | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Not a column: filled by the query that joins the member, while they are active. */
  member?: StaffMemberEntity | null;
}
