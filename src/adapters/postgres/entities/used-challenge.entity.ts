import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `used_challenge`: the SHA-256 of a challenge that somebody has signed in with, until it would have expired anyway. */
@Entity('used_challenge')
export class UsedChallengeEntity {
  @PrimaryColumn({ type: 'bytea' })
  digest!: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
