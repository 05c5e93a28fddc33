import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

/** Whom to ask, and about what. */
export class MobilePushDto {
  @ApiProperty({
    description: 'The national ID number (國民身分證統一編號) of the person who is to sign on their phone.',
    maxLength: 64,
  })
  @IsString()
  @MaxLength(64)
  nationalId!: string;

  @ApiProperty({ description: 'The challenge (查驗碼) that the statement will name.', maxLength: 128 })
  @IsString()
  @MaxLength(128)
  challenge!: string;
}

/** What came of asking. */
export class MobileCoSignatureDto {
  @ApiProperty({ description: 'The same national ID number as before.', maxLength: 64 })
  @IsString()
  @MaxLength(64)
  nationalId!: string;

  @ApiProperty({ description: 'The ticket, as it was answered.', maxLength: 1024 })
  @IsString()
  @MaxLength(1024)
  ticket!: string;
}

/** The request is on its way, if the number has a mobile certificate. */
export class MobilePushAnswer {
  @ApiProperty({
    description: 'Sealed by the platform: it says nothing to anybody else. Come back with it and the number.',
  })
  ticket!: string;

  @ApiProperty({
    description:
      'Show it to the person: the phone shows the same four digits. Nobody should sign a request with other digits.',
    example: '4711',
  })
  comparisonCode!: string;

  @ApiProperty({ format: 'date-time', description: 'Until when the phone takes a signature.' })
  expiresAt!: string;
}

/** Nothing was signed until now. */
export class MobileWaitingAnswer {
  @ApiProperty({ enum: ['waiting'] })
  status!: 'waiting';
}
