import { ApiProperty } from '@nestjs/swagger';
import { type Case, type CaseState, caseStates } from '../../cases/index.js';
import { isRehearsal } from '../../core/case-number.js';
import { hex } from '../../core/octets.js';
import { type SealingMode, sealingModes } from '../../core/statement/index.js';

/** The fields of a case that everybody who may see the case gets. */
export class CaseView {
  @ApiProperty({
    description: 'The case number (案號); that of a rehearsal (演練) begins with `R`.',
    example: '9001',
  })
  readonly number!: string;

  @ApiProperty({ description: 'Whether this is a rehearsal (演練), which has no legal effect.' })
  readonly rehearsal!: boolean;

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
    rehearsal: isRehearsal(number),
    mainText,
    documentDigest: hex(documentDigest),
    threshold,
    mode,
    state,
  };
}

/** Standard base64; empty where there is nothing. */
export function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64');
}
