import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `lead_session`, which only the leads' role can reach. */
@Entity('lead_session')
export class LeadSessionEntity {
  @PrimaryColumn({ name: 'token_digest', type: 'bytea' })
  tokenDigest!: Buffer;

  @Column({ name: 'case_number', type: 'text' })
  caseNumber!: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
