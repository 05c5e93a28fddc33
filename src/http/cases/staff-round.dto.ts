import { ApiProperty } from '@nestjs/swagger';
import type { Round } from '../../cases/index.js';
import { hex } from '../../core/octets.js';

/** What was submitted. Staff see nothing of it before. */
class SubmissionView {
  @ApiProperty({ format: 'date-time' })
  readonly submittedAt!: string;

  @ApiProperty({ description: 'Number of records.' })
  readonly recordCount!: number;

  @ApiProperty({ description: 'RFC 9162 root over the sorted commitments, hex.' })
  readonly merkleRoot!: string;
}

/** A round as staff see it. */
export class StaffRoundView {
  @ApiProperty({ enum: [1, 2], description: '1 the main round, 2 the supplement (補提).' })
  readonly round!: number;

  @ApiProperty({ format: 'date' })
  readonly codeIssuedOn!: string;

  @ApiProperty({ format: 'date', description: 'First Taipei day of collecting.' })
  readonly firstDay!: string;

  @ApiProperty({ format: 'date', description: 'Last Taipei day of collecting, and of submitting.' })
  readonly lastDay!: string;

  @ApiProperty({ required: false, format: 'date', description: 'The day the lead opened the round.' })
  readonly openedOn?: string;

  @ApiProperty({ required: false, type: SubmissionView })
  readonly submission?: SubmissionView;
}

/** A round as staff see it. */
export function staffRoundView({
  ordinal,
  codeIssuedOn,
  firstDay,
  lastDay,
  openedOn,
  submission,
}: Round): StaffRoundView {
  return {
    round: ordinal,
    codeIssuedOn,
    firstDay,
    lastDay,
    ...(openedOn === undefined ? {} : { openedOn }),
    ...(submission === undefined ? {} : { submission: submissionView(submission) }),
  };
}

/** A submission without its bytes. */
export function submissionView(submission: NonNullable<Round['submission']>): SubmissionView {
  return {
    submittedAt: submission.submittedAt.toISOString(),
    recordCount: submission.recordCount,
    merkleRoot: hex(submission.merkleRoot),
  };
}
