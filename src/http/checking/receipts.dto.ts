import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { type BearerReport, type Inclusion, reasonGroups, type ReceiptReport } from '../../checking/index.js';
import { hex } from '../../core/octets.js';
import { type Language, reasonGroupSentenceOf } from '../../messages/index.js';

/** A receipt that is shown. */
export class ReceiptDto {
  @ApiProperty({ description: 'The receipt (收據): JWS, compact, ES256', maxLength: 4096 })
  @IsString()
  @MaxLength(4096)
  readonly receipt!: string;
}

/** Where a record stands in the published Merkle tree (RFC 9162). */
class InclusionView {
  @ApiProperty()
  readonly index!: number;

  @ApiProperty()
  readonly treeSize!: number;

  @ApiProperty({ type: [String], description: 'Hashes from the leaf’s sibling up, hex' })
  readonly proof!: readonly string[];
}

/** The status of a co-signature, for anybody who knows its commitment. */
export class ReceiptStatusView {
  @ApiProperty({ description: 'Case number (案號)' })
  readonly case!: string;

  @ApiProperty({ enum: [1, 2] })
  readonly round!: number;

  @ApiProperty({ enum: ['recorded', 'submitted', 'counted', 'not-counted'] })
  readonly status!: string;

  @ApiProperty({ required: false, type: InclusionView, description: 'Once the result is public' })
  readonly inclusion?: InclusionView;
}

/** The status of a co-signature, for the bearer of its receipt. */
export class BearerStatusView extends ReceiptStatusView {
  @ApiProperty({
    required: false,
    enum: reasonGroups,
    description: 'With `not-counted`: why, by group. The exact reason is for the holder of the card.',
  })
  readonly group?: string;

  @ApiProperty({ required: false, description: 'The same as a sentence' })
  readonly reason?: string;
}

/** A status as it is sent. */
export function statusView({ caseNumber, round, status, inclusion }: ReceiptReport): ReceiptStatusView {
  return { case: caseNumber, round, status, ...inclusionMember(inclusion) };
}

/** A bearer's status as it is sent, with its sentence in this language. */
export function bearerView(
  { caseNumber, round, status, inclusion }: BearerReport,
  language: Language,
): BearerStatusView {
  const reason =
    status.status === 'not-counted' ? { reason: reasonGroupSentenceOf(status.group, language) } : {};
  return { case: caseNumber, round, ...status, ...reason, ...inclusionMember(inclusion) };
}

function inclusionMember(inclusion: Inclusion | undefined): Pick<ReceiptStatusView, 'inclusion'> {
  if (inclusion === undefined) return {};
  return { inclusion: { ...inclusion, proof: inclusion.proof.map((hash) => hex(hash)) } };
}
