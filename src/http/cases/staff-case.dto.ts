import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Matches, MaxLength } from 'class-validator';
import type { Case, IssuedCode } from '../../cases/index.js';
import { type SealingMode, sealingModes } from '../../core/statement/index.js';
import { IsBase64Bytes, MayBeLeftOut } from '../validation/field-decorators.js';
import { ApprovalView } from '../staff/approval.dto.js';
import { base64, CaseView, caseView } from './case.dto.js';
import { StaffRoundView, staffRoundView } from './staff-round.dto.js';

const maximumCertificate = 8192;
/**
 * The greatest length of a text in UTF-16 units. The core checks the number of characters, with its own sentence for
 * each text.
 */
const maximumText = 16_000;

/** Bytes of JSON that a registration may have: both texts, both certificates. */
export const largestRegistration = 65_536;

/** What the commission enters for a case. */
export class RegisterCaseDto {
  @ApiProperty({
    description: 'The case number (案號): 1 to 10 digits; for a rehearsal (演練) `R` and 1 to 9 digits.',
    example: '9001',
  })
  @IsString()
  @MaxLength(16)
  readonly number!: string;

  @ApiProperty({ description: 'The main text (主文), at most 100 characters.' })
  @IsString()
  @MaxLength(maximumText)
  readonly mainText!: string;

  @ApiProperty({ description: 'The reason (理由書), at most 2,000 characters.' })
  @IsString()
  @MaxLength(maximumText)
  readonly reason!: string;

  @ApiProperty({ format: 'byte', description: 'The lead’s signing certificate, DER, base64.' })
  @IsBase64Bytes(maximumCertificate)
  readonly leadSigningCertificate!: string;

  @ApiProperty({ format: 'byte', description: 'The lead’s encryption certificate, DER, base64.' })
  @IsBase64Bytes(maximumCertificate)
  readonly leadEncryptionCertificate!: string;

  @ApiProperty({ description: 'Electors of the last presidential election.', example: 19_548_531 })
  @IsInt()
  readonly electorTotal!: number;

  @ApiProperty({
    format: 'date',
    description:
      'The Taipei day of the notice that the proposal was taken (通知日), today or earlier. From the day after it the lead has ten days to receive the access code (REG 4, ACT 10).',
    example: '2026-03-02',
  })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly noticedOn!: string;

  @ApiProperty({
    required: false,
    enum: sealingModes,
    default: 'number-to-lead',
    description:
      'What the lead will read of each co-signature: its national ID number, or nothing (`two-key`).',
  })
  // A mode of null is a mistake, and must not become the usual one.
  @MayBeLeftOut()
  @IsIn(sealingModes)
  readonly mode?: SealingMode;
}

/** What staff send to issue an access code. */
export class IssueCodeDto {
  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The Taipei day the paper form was handed over, if that came first (ACT 12).',
  })
  @MayBeLeftOut()
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly paperFormOn?: string;
}

/** A case as staff see it. Before the submission none of it depends on what was collected. */
export class StaffCaseView extends CaseView {
  @ApiProperty({ description: 'The reason (理由書).' })
  readonly reason!: string;

  @ApiProperty({ format: 'byte' })
  readonly leadSigningCertificate!: string;

  @ApiProperty({ format: 'byte' })
  readonly leadEncryptionCertificate!: string;

  @ApiProperty()
  readonly electorTotal!: number;

  @ApiProperty({ format: 'date' })
  readonly registeredOn!: string;

  @ApiProperty({ required: false, format: 'date', description: 'The notice that the proposal was taken.' })
  readonly noticedOn?: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The last Taipei day on which the next access code can be issued; while it is awaited.',
  })
  readonly codeDueOn?: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The notice of the struck-out list, from which the supplement’s thirty days run (REG 8).',
  })
  readonly supplementNoticedOn?: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description:
      'The announcement (公告日), once it was entered: the records are kept for two years from it (REG 12).',
  })
  readonly announcedOn?: string;

  @ApiProperty({ type: [StaffRoundView] })
  readonly rounds!: readonly StaffRoundView[];
}

/** A page of the cases. */
export class StaffCaseList {
  @ApiProperty({ type: [StaffCaseView], description: 'By number' })
  readonly cases!: readonly StaffCaseView[];

  @ApiProperty({ required: false, description: 'There may be more: ask with `after`' })
  readonly next?: string;
}

/** An access code that works once the request is approved. */
export class RequestedCodeView {
  @ApiProperty({ description: 'The access code (認證碼). Hand it over: nobody can show it again.' })
  readonly accessCode!: string;

  @ApiProperty({ type: ApprovalView })
  readonly request!: ApprovalView;
}

/** A case whose access code has just been issued. */
export class IssuedCodeView {
  @ApiProperty({ description: 'The access code (認證碼). Hand it over: nobody can show it again.' })
  readonly accessCode!: string;

  @ApiProperty({ type: StaffCaseView })
  readonly case!: StaffCaseView;
}

/** A case whose code was issued, with the code. */
export function issuedCodeView({ accessCode, referendum }: IssuedCode): IssuedCodeView {
  return { accessCode, case: staffCaseView(referendum) };
}

/** A case as staff see it. */
export function staffCaseView(referendum: Case): StaffCaseView {
  return {
    ...caseView(referendum),
    reason: referendum.reason,
    leadSigningCertificate: base64(referendum.leadSigningCertificate),
    leadEncryptionCertificate: base64(referendum.leadEncryptionCertificate),
    electorTotal: referendum.electorTotal,
    registeredOn: referendum.registeredOn,
    ...(referendum.noticedOn === undefined ? {} : { noticedOn: referendum.noticedOn }),
    ...daysOf(referendum),
    rounds: referendum.rounds.map(staffRoundView),
  };
}

/** The days of the access code that is awaited, of the notice of the supplement, and of the announcement. */
function daysOf({
  state,
  codeDueOn,
  supplementNoticedOn,
  announcedOn,
}: Case): Pick<StaffCaseView, 'codeDueOn' | 'supplementNoticedOn' | 'announcedOn'> {
  const awaited = state === 'registered' || state === 'supplement-due';
  return {
    ...(awaited && codeDueOn !== undefined ? { codeDueOn } : {}),
    ...(supplementNoticedOn === undefined ? {} : { supplementNoticedOn }),
    ...(announcedOn === undefined ? {} : { announcedOn }),
  };
}
