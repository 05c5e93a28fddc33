import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A row of `used_challenge`: the SHA-256 of a challenge used to sign in. It is kept until the challenge would have
 * expired.
 */
@Entity('used_challenge')
export class UsedChallengeEntity {
  @PrimaryColumn({ type: 'bytea' })
  digest!: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
