import { ApiProperty } from '@nestjs/swagger';
import { type Case, type CaseState, caseStates } from '../../cases/index.js';

/** What everybody who may see a case sees of it. */
export class CaseView {
  @ApiProperty({ description: 'The case number (案號).', example: '9001' })
  readonly number!: string;

  @ApiProperty({ description: 'The main text (主文).' })
  readonly mainText!: string;

  @ApiProperty({ description: 'SHA-256 of the case document, hex.' })
  readonly documentDigest!: string;

  @ApiProperty({ description: 'Valid co-signatures needed (ACT 12).' })
  readonly threshold!: number;

  @ApiProperty({ enum: caseStates })
  readonly state!: CaseState;
}

/** The members of {@link CaseView}. */
export function caseView({ number, mainText, documentDigest, threshold, state }: Case): CaseView {
  return {
    number,
    mainText,
    documentDigest: Buffer.from(documentDigest).toString('hex'),
    threshold,
    state,
  };
}
