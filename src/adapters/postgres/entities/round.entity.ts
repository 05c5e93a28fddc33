import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A row of `round`: one collecting period of a case, its keys and its submission. The row is inserted with what is
 * known when the code is issued. The staff role may not insert the other columns (`insert: false`). TypeORM fills the
 * fields, so they have a `!`.
 */
@Entity('round')
export class RoundEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'case_number', type: 'text' })
  caseNumber!: string;

  @Column({ type: 'smallint' })
  ordinal!: number;

  @Column({ type: 'boolean' })
  collecting!: boolean;

  @Column({ name: 'access_code_digest', type: 'bytea' })
  accessCodeDigest!: Buffer;

  @Column({ name: 'code_issued_on', type: 'date' })
  codeIssuedOn!: string;

  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  @Column({ name: 'public_key', type: 'bytea', nullable: true, insert: false })
  publicKey!: Buffer | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true, insert: false })
  wrappedKey!: Buffer | null;

  @Column({ name: 'key_statement', type: 'bytea', nullable: true, insert: false })
  keyStatement!: Buffer | null;

  @Column({ name: 'opened_on', type: 'date', nullable: true, insert: false })
  openedOn!: string | null;

  @Column({ type: 'text', nullable: true, insert: false })
  origin!: string | null;

  @Column({ name: 'certificate_policy_digest', type: 'bytea', nullable: true, insert: false })
  certificatePolicyDigest!: Buffer | null;

  @Column({ name: 'holder_tag_key_check', type: 'bytea', nullable: true, insert: false })
  holderTagKeyCheck!: Buffer | null;

  @Column({ type: 'text', nullable: true, insert: false })
  mode!: string | null;

  @Column({ name: 'commission_round_key', type: 'bytea', nullable: true, insert: false })
  commissionRoundKey!: Buffer | null;

  /** Only the lead's role reads it: staff must not learn when a lead prepares a submission. */
  @Column({ name: 'held_until', type: 'timestamptz', nullable: true, insert: false, select: false })
  heldUntil!: Date | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true, insert: false })
  submittedAt!: Date | null;

  @Column({ name: 'submission_statement', type: 'bytea', nullable: true, insert: false })
  submissionStatement!: Buffer | null;

  @Column({ name: 'submission_wrapped_key', type: 'bytea', nullable: true, insert: false })
  submissionWrappedKey!: Buffer | null;

  @Column({ name: 'submitted_count', type: 'integer', nullable: true, insert: false })
  submittedCount!: number | null;

  @Column({ name: 'submitted_root', type: 'bytea', nullable: true, insert: false })
  submittedRoot!: Buffer | null;
}
