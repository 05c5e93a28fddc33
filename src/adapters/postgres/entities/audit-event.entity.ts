import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `audit_event`: a link of the audit chain, never changed and never removed. */
@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  /** Milliseconds; PostgreSQL would keep more. */
  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'case_number', type: 'text', nullable: true })
  caseNumber!: string | null;

  /** Canonical JSON as text: `jsonb` would keep other numbers and another order. */
  @Column({ type: 'text' })
  details!: string;

  @Column({ type: 'bytea' })
  previous!: Buffer;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}
