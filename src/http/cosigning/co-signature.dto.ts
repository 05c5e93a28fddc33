import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import { CardSignatureDto } from '../card-signature.dto.js';
import { MayBeLeftOut, Nested } from '../validation/field-decorators.js';

/**
 * What a co-signer sends. The form of the number is checked by the core, so that each mistake gets its own sentence.
 */
export class CoSignatureDto {
  @ApiProperty({
    description: 'The national ID number (國民身分證統一編號) that the signed statement names.',
    maxLength: 64,
  })
  @IsString()
  @MaxLength(64)
  nationalId!: string;

  @ApiProperty({ description: 'The challenge (查驗碼) that the signed statement names.', maxLength: 128 })
  @IsString()
  @MaxLength(128)
  challenge!: string;

  @Nested(() => CardSignatureDto)
  signature!: CardSignatureDto;
}

/** A signature over a challenge of ours. */
export class SignedChallengeDto {
  @ApiProperty({ description: 'The challenge that the signed text names.', maxLength: 128 })
  @IsString()
  @MaxLength(128)
  challenge!: string;

  @Nested(() => CardSignatureDto)
  signature!: CardSignatureDto;
}

/** A signature over a challenge of ours, with the receipts that the person has of closed cases. */
export class OwnCoSignaturesDto extends SignedChallengeDto {
  @ApiProperty({
    required: false,
    type: [String],
    maxItems: 5,
    description:
      'Receipts (JWS, compact) of co-signatures of closed cases, which the card alone doesn’t find any more; five at most.',
  })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(4096, { each: true })
  receipts?: string[];
}

/** A fresh challenge. */
class ChallengeAnswer {
  @ApiProperty({ description: 'Goes into the statement as it is.' })
  challenge!: string;

  @ApiProperty({ format: 'date-time', description: 'Until when it can be used.' })
  expiresAt!: string;
}

/** The text to sign, but for the national ID number. */
class StatementAroundNationalIdView {
  @ApiProperty({
    description:
      'The statement (連署書) up to the national ID number. `beforeNationalId`, the number and `afterNationalId`, in UTF-8, are byte for ' +
      'byte what the card signs. Add nothing between them.',
  })
  beforeNationalId!: string;

  @ApiProperty({ description: 'The rest of it.' })
  afterNationalId!: string;
}

/** A fresh challenge for co-signing. */
export class CoSigningChallengeAnswer extends ChallengeAnswer {
  @ApiProperty({ type: StatementAroundNationalIdView })
  statement!: StatementAroundNationalIdView;
}

/** A fresh challenge for asking after one's own co-signatures. */
export class OwnCoSignaturesChallengeAnswer extends ChallengeAnswer {
  @ApiProperty({ description: 'The exact text to sign, as UTF-8.' })
  statement!: string;
}

/** The answer to a co-signature, with the signed receipt. */
export class CoSignatureAnswer {
  @ApiProperty({
    description: 'SHA-256 of the sealed record, hex: ask for its status at `receipts/{commitment}`.',
  })
  commitment!: string;

  @ApiProperty({ description: 'The receipt (收據): JWS, compact, ES256. Keep it.' })
  receipt!: string;

  @ApiProperty({ format: 'date', description: 'The Taipei day it was recorded.' })
  recordedOn!: string;
}

/** What two people decided. */
class OwnDecisionView {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  outcome!: 'upheld' | 'dismissed';

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date' })
  on!: string;
}

/** That data of a case were opened. */
class DisclosureView {
  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ enum: ['lead', 'commission', 'ministry'] })
  office!: string;

  @ApiProperty({
    enum: [
      'submission',
      'check',
      'roster',
      'struck-out-list',
      'struck-out-list-opened',
      'struck-out-list-fetched',
      'corrected-list',
    ],
  })
  purpose!: string;
}

/** A co-signature of the holder who asked. */
export class OwnCoSignatureAnswer extends CoSignatureAnswer {
  @ApiProperty({ description: 'The case number (案號).' })
  case!: string;

  @ApiProperty({ description: 'The main text (主文).' })
  mainText!: string;

  @ApiProperty({ enum: [1, 2], description: '1 the main round, 2 the supplement (補提).' })
  round!: number;

  @ApiProperty({ enum: ['recorded', 'submitted', 'counted', 'not-counted'] })
  status!: string;

  @ApiProperty({ required: false, description: 'With `not-counted`: exactly why, by code' })
  code?: string;

  @ApiProperty({ required: false, description: 'The same as a sentence' })
  reason?: string;

  @ApiProperty({ type: [OwnDecisionView], description: 'What two people decided about it' })
  decisions!: OwnDecisionView[];

  @ApiProperty({
    type: [DisclosureView],
    description:
      'Where, when and for what data of the case were opened: the same for everybody who co-signed it',
  })
  disclosures!: DisclosureView[];
}
