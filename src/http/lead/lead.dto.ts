import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Commitment, RoundOrdinal } from '../../core/identifiers.js';
import { maximumPage, maximumStatementBytes, maximumWrappedKeyBytes } from '../../lead/index.js';
import { ClosureView } from '../cases/calendar.dto.js';
import { IsBase64Bytes, IsHexBytes } from '../validation/field-decorators.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

const maximumPublicKey = 512;
const maximumProbe = 64;
/** More than a statement may have: what is larger is refused as such, not as malformed. */
const maximumSignedStatement = maximumStatementBytes + 1024;

/** The greatest size of key material or a submission as JSON, in bytes: base64 of the largest, and some room. */
export const largestLeadBody = 98_304;

/** The key material that the lead's computer made for the round. */
export class RoundKeyDto {
  @ApiProperty({ format: 'byte', description: 'The round key’s SubjectPublicKeyInfo (P-256), DER, base64.' })
  @IsBase64Bytes(maximumPublicKey)
  readonly publicKey!: string;

  @ApiProperty({
    format: 'byte',
    description:
      'Its PKCS #8 in CMS EnvelopedData for the lead’s encryption certificate and further recipients, DER, base64.',
  })
  @IsBase64Bytes(maximumWrappedKeyBytes)
  readonly wrappedKey!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The key statement (金鑰聲明書): CMS SignedData by the lead, DER, base64.',
  })
  @IsBase64Bytes(maximumSignedStatement)
  readonly keyStatement!: string;
}

/** The sealed probe, which the wrapped key must open. */
export class SealedProbeView {
  @ApiProperty({ format: 'byte', description: 'CMS AuthEnvelopedData to the round key, DER, base64.' })
  readonly sealedProbe!: string;
}

/** What was in the sealed probe. */
export class RoundOpeningDto {
  @ApiProperty({ format: 'byte', description: 'The content of the sealed probe, base64.' })
  @IsBase64Bytes(maximumProbe)
  readonly probe!: string;
}

/** Co-signatures recorded on a day. */
class DayCountView {
  @ApiProperty({ format: 'date', description: 'Taipei day.' })
  readonly day!: string;

  @ApiProperty()
  readonly count!: number;
}

/** The progress of the round, for the lead only. */
export class ProgressView {
  @ApiProperty({ description: 'Co-signatures recorded; some may be struck out by the check.' })
  readonly recordCount!: number;

  @ApiProperty({ type: [DayCountView] })
  readonly byDay!: readonly DayCountView[];

  @ApiProperty({ format: 'date', description: 'The Taipei day of this answer.' })
  readonly today!: string;

  @ApiProperty({ description: 'Taipei days on which co-signatures can still come, today included.' })
  readonly daysLeft!: number;

  @ApiProperty({ format: 'date', description: 'Last Taipei day of collecting, and of submitting.' })
  readonly lastDay!: string;

  @ApiProperty({
    type: [ClosureView],
    description: 'The closures of government offices that have moved the last day; usually none (ACT 6).',
  })
  readonly movedBy!: readonly ClosureView[];

  @ApiProperty({ description: 'Valid co-signatures needed (ACT 12).' })
  readonly threshold!: number;

  @ApiProperty({ description: '`recordCount` over `threshold`.' })
  readonly shareOfThreshold!: number;
}

/** The fields of the submission statement to sign. */
export class SubmissionDraftView {
  @ApiProperty({ description: 'The platform’s origin.' })
  readonly origin!: string;

  @ApiProperty({ description: 'Number of records.' })
  readonly recordCount!: number;

  @ApiProperty({ description: 'RFC 9162 root over the sorted commitments, hex.' })
  readonly merkleRoot!: string;

  @ApiProperty({ description: 'Seconds for which nobody can co-sign, so that the root stays true.' })
  readonly holdSeconds!: number;

  @ApiProperty({ format: 'byte', description: 'The certificate to wrap the round key for, DER, base64.' })
  readonly commissionCertificate!: string;
}

/** A submission (提出). */
export class SubmissionDto {
  @ApiProperty({
    format: 'byte',
    description: 'The submission statement (提出聲明書): CMS SignedData by the lead, DER, base64.',
  })
  @IsBase64Bytes(maximumSignedStatement)
  readonly statement!: string;

  @ApiProperty({ format: 'byte', description: 'The round key wrapped for the commission, DER, base64.' })
  @IsBase64Bytes(maximumWrappedKeyBytes)
  readonly wrappedKey!: string;
}

/** What was submitted. */
export class SubmittedView {
  @ApiProperty({ description: 'Number of records.' })
  readonly recordCount!: number;

  @ApiProperty({ description: 'RFC 9162 root over the sorted commitments, hex.' })
  readonly merkleRoot!: string;
}

/** Which page of records is wanted. */
export class RecordPageQuery {
  @ApiProperty({ required: false, description: '`next` of the page before.' })
  @IsOptional()
  @IsHexBytes(32)
  @PageField((text) => new Uint8Array(Buffer.from(text, 'hex')))
  readonly after?: Commitment;

  @PageLimit({ usual: 200, maximum: maximumPage })
  readonly limit!: number;

  @ApiProperty({
    required: false,
    enum: ['1', '2'],
    description: 'The round; the one in hand where not given.',
  })
  @IsOptional()
  @IsIn(['1', '2'])
  @PageField(Number)
  readonly round?: RoundOrdinal;
}

/** A sealed record. */
class SealedRecordView {
  @ApiProperty({ description: 'SHA-256 of the record, hex.' })
  readonly commitment!: string;

  @ApiProperty({ format: 'byte', description: 'CMS AuthEnvelopedData to the lead’s round key, DER, base64.' })
  readonly record!: string;
}

/** A page of sealed records, in the order of their commitments. */
export class RecordPageView {
  @ApiProperty({ enum: [1, 2] })
  readonly round!: number;

  @ApiProperty({ format: 'byte', description: 'SubjectPublicKeyInfo, DER.' })
  readonly publicKey?: string;

  @ApiProperty({
    format: 'byte',
    description: 'CMS EnvelopedData, DER: what opens the records, once opened by the card.',
  })
  readonly wrappedKey?: string;

  @ApiProperty({ format: 'byte', description: 'CMS SignedData, DER.' })
  readonly keyStatement?: string;

  @ApiProperty({ type: [SealedRecordView] })
  readonly records!: readonly SealedRecordView[];

  @ApiProperty({ required: false, description: 'There may be more: ask with `after`.' })
  readonly next?: string;
}
