import { ApiProperty } from '@nestjs/swagger';
import { type Case, type CaseState, caseStates, type Round } from '../../cases/index.js';
import { hex } from '../../core/octets.js';
import { type SealingMode, sealingModes } from '../../core/statement/index.js';

/** The fields of a case that everybody who may see the case gets. */
export class CaseView {
  @ApiProperty({ description: 'The case number (案號).', example: '9001' })
  readonly number!: string;

  @ApiProperty({ description: 'The main text (主文).' })
  readonly mainText!: string;

  @ApiProperty({ description: 'SHA-256 of the case document, hex.' })
  readonly documentDigest!: string;

  @ApiProperty({ description: 'Valid co-signatures needed (ACT 12).' })
  readonly threshold!: number;

  @ApiProperty({
    enum: sealingModes,
    description: 'What the lead reads of each co-signature: its national ID number, or nothing (`two-key`).',
  })
  readonly mode!: SealingMode;

  @ApiProperty({ enum: caseStates })
  readonly state!: CaseState;
}

/** The members of {@link CaseView}. */
export function caseView({ number, mainText, documentDigest, threshold, mode, state }: Case): CaseView {
  return {
    number,
    mainText,
    documentDigest: hex(documentDigest),
    threshold,
    mode,
    state,
  };
}

/** A round of a case as anybody may see it. It never contains the number of co-signatures. */
class PublicRoundView {
  @ApiProperty({ enum: [1, 2], description: '1 the main round, 2 the supplement (補提).' })
  readonly round!: number;

  @ApiProperty({ format: 'date', description: 'First Taipei day of collecting.' })
  readonly firstDay!: string;

  @ApiProperty({ format: 'date', description: 'Last Taipei day of collecting.' })
  readonly lastDay!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The lead’s round key, the outer seal of all records: SubjectPublicKeyInfo, DER.',
  })
  readonly publicKey!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The commission’s round key, the inner seal of all records: SubjectPublicKeyInfo, DER.',
  })
  readonly commissionRoundKey!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The key statement (金鑰聲明書) signed by the lead’s card: CMS SignedData, DER.',
  })
  readonly keyStatement!: string;
}

/** A case as anybody may see it. */
export class PublicCaseView extends CaseView {
  @ApiProperty({ type: [PublicRoundView] })
  readonly rounds!: readonly PublicRoundView[];
}

/** What anybody may see of a case that is public. */
export function publicCaseView(referendum: Case): PublicCaseView {
  return {
    ...caseView(referendum),
    rounds: referendum.rounds.filter(({ openedOn }) => openedOn !== undefined).map(publicRoundView),
  };
}

function publicRoundView({
  ordinal,
  firstDay,
  lastDay,
  publicKey,
  binding,
  keyStatement,
}: Round): PublicRoundView {
  return {
    round: ordinal,
    firstDay,
    lastDay,
    publicKey: base64(publicKey),
    commissionRoundKey: base64(binding?.commissionRoundKey),
    keyStatement: base64(keyStatement),
  };
}

/** Standard base64; empty where there is nothing. */
export function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64');
}
