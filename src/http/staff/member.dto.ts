import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { hex } from '../../core/octets.js';
import { type StaffMember, type StaffRole, staffRoles } from '../../staff/index.js';
import { IsBase64Bytes } from '../validation/field-decorators.js';

const maximumCertificate = 8192;
/** The greatest length of a name in UTF-16 units. The capability checks the number of characters, with its own sentence. */
const maximumName = 1000;

/** Bytes of JSON that may ask for a new member: a certificate and a name, each character written as an escape. */
export const largestNewMember = 32_768;

/** Roles that a member is to have. */
export class MemberRolesDto {
  @ApiProperty({ enum: staffRoles, isArray: true, maxItems: staffRoles.length })
  @IsArray()
  @ArrayMaxSize(staffRoles.length)
  @IsIn(staffRoles, { each: true })
  readonly roles!: readonly StaffRole[];
}

/** Somebody who is to become a member of staff. */
export class NewMemberDto extends MemberRolesDto {
  @ApiProperty({ description: 'What colleagues call them: 1 to 100 characters', maxLength: maximumName })
  @IsString()
  @MaxLength(maximumName)
  readonly name!: string;

  @ApiProperty({ format: 'byte', description: 'The signing certificate of their card, DER, base64' })
  @IsBase64Bytes(maximumCertificate)
  readonly certificate!: string;
}

/** A member of staff. */
export class MemberView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ enum: staffRoles, isArray: true })
  readonly roles!: readonly StaffRole[];

  @ApiProperty({ description: 'Whether they can sign in; once false, for good' })
  readonly active!: boolean;

  @ApiProperty({ description: 'SHA-256 of their certificate (DER), hex' })
  readonly certificateDigest!: string;
}

/** Every member there is or was. */
export class MemberList {
  @ApiProperty({ type: [MemberView], description: 'By name' })
  readonly members!: readonly MemberView[];
}

/** A member as staff see them. */
export function memberView({ id, name, roles, active, certificateDigest }: StaffMember): MemberView {
  return { id, name, roles, active, certificateDigest: hex(certificateDigest) };
}
