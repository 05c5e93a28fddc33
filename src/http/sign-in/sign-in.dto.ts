import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { type StaffRole, staffRoles } from '../../staff/index.js';
import { CardSignatureDto } from '../card-signature.dto.js';
import { Nested } from '../validation/field-decorators.js';

const challengeLength = 76;
const maximumCodeLength = 64;

/** Whether somebody wants to sign in as staff or as a lead. */
export class SignInChallengeRequest {
  @ApiProperty({ enum: ['staff', 'lead'] })
  @IsIn(['staff', 'lead'])
  readonly purpose!: 'staff' | 'lead';
}

/** A challenge and the text to sign with it. */
export class SignInChallengeAnswer {
  @ApiProperty({ minLength: challengeLength, maxLength: challengeLength })
  readonly challenge!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on it is refused' })
  readonly expiresAt!: string;

  @ApiProperty({ description: 'The exact text to sign, as UTF-8' })
  readonly statement!: string;
}

/** Sign-in of staff. */
export class StaffSignInRequest {
  @ApiProperty({ minLength: challengeLength, maxLength: challengeLength })
  @IsString()
  @Length(challengeLength, challengeLength)
  readonly challenge!: string;

  @Nested(() => CardSignatureDto)
  readonly signature!: CardSignatureDto;
}

/** Sign-in of a lead proposer (領銜人). */
export class LeadSignInRequest extends StaffSignInRequest {
  @ApiProperty({
    description: 'Access code (認證碼) the commission handed over',
    maxLength: maximumCodeLength,
  })
  @IsString()
  @Length(1, maximumCodeLength)
  readonly accessCode!: string;
}

/** A session that was just opened. */
class SignedInAnswer {
  @ApiProperty({ description: 'Bearer token (RFC 6750); nobody can show it again' })
  readonly token!: string;

  @ApiProperty({ format: 'date-time' })
  readonly expiresAt!: string;
}

/** A session of a lead that was just opened. */
export class LeadSignInAnswer extends SignedInAnswer {
  @ApiProperty({ description: 'The case number (案號) of the lead’s case.', example: '9001' })
  readonly caseNumber!: string;
}

/** A session of staff that was just opened. */
export class StaffSignInAnswer extends SignedInAnswer {
  @ApiProperty({ enum: staffRoles, isArray: true })
  readonly roles!: readonly StaffRole[];
}
