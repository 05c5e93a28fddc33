import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `audit_event`: an event of the audit chain, never changed and never deleted. */
@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  /** In milliseconds. PostgreSQL would store microseconds. */
  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'case_number', type: 'text', nullable: true })
  caseNumber!: string | null;

  /** Canonical JSON as text: `jsonb` would change the form of numbers and the order of members. */
  @Column({ type: 'text' })
  details!: string;

  @Column({ type: 'bytea' })
  previous!: Buffer;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}
