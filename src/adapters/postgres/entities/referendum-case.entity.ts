import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundEntity } from './round.entity.js';

/**
 * A row of `referendum_case`: what the commission entered, and the state. Dates are `YYYY-MM-DD`. TypeORM fills the
 * fields, so they have a `!`.
 */
@Entity('referendum_case')
export class ReferendumCaseEntity {
  @PrimaryColumn({ type: 'text' })
  number!: string;

  @Column({ name: 'main_text', type: 'text' })
  mainText!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'document_digest', type: 'bytea' })
  documentDigest!: Buffer;

  @Column({ name: 'lead_signing_certificate', type: 'bytea' })
  leadSigningCertificate!: Buffer;

  @Column({ name: 'lead_encryption_certificate', type: 'bytea' })
  leadEncryptionCertificate!: Buffer;

  @Column({ name: 'elector_total', type: 'integer' })
  electorTotal!: number;

  @Column({ type: 'integer' })
  threshold!: number;

  @Column({ type: 'text' })
  mode!: string;

  @Column({ name: 'registered_on', type: 'date' })
  registeredOn!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'noticed_on', type: 'date', nullable: true })
  noticedOn!: string | null;

  @Column({ name: 'code_due_on', type: 'date', nullable: true })
  codeDueOn!: string | null;

  @Column({ name: 'supplement_noticed_on', type: 'date', nullable: true })
  supplementNoticedOn!: string | null;

  @Column({ name: 'state_since', type: 'date', nullable: true })
  stateSince!: string | null;

  @Column({ name: 'announced_on', type: 'date', nullable: true, insert: false })
  announcedOn!: string | null;

  /** Only the checking role may read and write it, and writes it once. */
  @Column({ name: 'records_kept_until', type: 'date', nullable: true, select: false, insert: false })
  recordsKeptUntil!: string | null;

  /** Not a column: filled by the query that joins the rounds. */
  rounds?: RoundEntity[];
}
