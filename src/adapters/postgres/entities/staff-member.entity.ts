import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `staff_member`. */
@Entity('staff_member')
export class StaffMemberEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'certificate_digest', type: 'bytea' })
  certificateDigest!: Buffer;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'boolean' })
  active!: boolean;
}
