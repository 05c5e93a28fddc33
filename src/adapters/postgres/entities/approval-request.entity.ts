import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `approval_request`. `approval` is read only where it is selected by name. */
@Entity('approval_request')
export class ApprovalRequestEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'case_number', type: 'text', nullable: true })
  caseNumber!: string | null;

  @Column({ name: 'subject_digest', type: 'bytea' })
  subjectDigest!: Buffer;

  @Column({ type: 'bytea' })
  subject!: Buffer;

  @Column({ type: 'text' })
  origin!: string;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy!: string;

  @Column({ name: 'requester_certificate_digest', type: 'bytea' })
  requesterCertificateDigest!: Buffer;

  @Column({ name: 'requester_holder_digest', type: 'bytea' })
  requesterHolderDigest!: Buffer;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy!: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'bytea', nullable: true, select: false })
  approval!: Buffer | null;

  @Column({ name: 'failure_code', type: 'text', nullable: true })
  failureCode!: string | null;
}
