import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A row of `round`: one collecting period of a case, its keys and its submission. Not `held_until`, which staff's role may not
 * read. TypeORM fills the fields, hence the `!`.
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

  @Column({ name: 'public_key', type: 'bytea', nullable: true })
  publicKey!: Buffer | null;

  @Column({ name: 'wrapped_key', type: 'bytea', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ name: 'key_statement', type: 'bytea', nullable: true })
  keyStatement!: Buffer | null;

  @Column({ name: 'opened_on', type: 'date', nullable: true })
  openedOn!: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'submission_statement', type: 'bytea', nullable: true })
  submissionStatement!: Buffer | null;

  @Column({ name: 'submission_wrapped_key', type: 'bytea', nullable: true })
  submissionWrappedKey!: Buffer | null;

  @Column({ name: 'submitted_count', type: 'integer', nullable: true })
  submittedCount!: number | null;

  @Column({ name: 'submitted_root', type: 'bytea', nullable: true })
  submittedRoot!: Buffer | null;
}
