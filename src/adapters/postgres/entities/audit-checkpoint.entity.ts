import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `audit_checkpoint`: a signed checkpoint of the audit chain, never changed and never deleted. */
@Entity('audit_checkpoint')
export class AuditCheckpointEntity {
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  /** Number of events. */
  @Column({ type: 'integer' })
  events!: number;

  /** Whole seconds. */
  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  /** Compact form. */
  @Column({ type: 'text' })
  jws!: string;
}
