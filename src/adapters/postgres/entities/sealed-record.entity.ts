import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `sealed_record`: one co-signature, and nothing about who gave it outside the seal. TypeORM fills the fields, hence the `!`. */
@Entity('sealed_record')
export class SealedRecordEntity {
  @PrimaryColumn({ name: 'round_id', type: 'uuid' })
  roundId!: string;

  @PrimaryColumn({ name: 'holder_tag', type: 'bytea' })
  holderTag!: Buffer;

  @Column({ type: 'bytea' })
  record!: Buffer;

  @Column({ type: 'bytea' })
  commitment!: Buffer;

  @Column({ name: 'signed_on', type: 'date' })
  signedOn!: string;
}
