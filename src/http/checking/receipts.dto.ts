import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { type BearerReport, reasonGroups, type ReceiptReport } from '../../checking/index.js';
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

  @ApiProperty({
    required: false,
    type: [String],
    description:
      'Once the result is public: SHA-256 of `result.json` of each version, hex; the status follows the last',
  })
  readonly results?: readonly string[];
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
export function statusView({ caseNumber, round, status, ...proof }: ReceiptReport): ReceiptStatusView {
  return { case: caseNumber, round, status, ...proofMembers(proof) };
}

/** A bearer's status as it is sent, with its sentence in this language. */
export function bearerView(
  { caseNumber, round, status, ...proof }: BearerReport,
  language: Language,
): BearerStatusView {
  const reason =
    status.status === 'not-counted' ? { reason: reasonGroupSentenceOf(status.group, language) } : {};
  return { case: caseNumber, round, ...status, ...reason, ...proofMembers(proof) };
}

function proofMembers({
  inclusion,
  results,
}: Pick<ReceiptReport, 'inclusion' | 'results'>): Pick<ReceiptStatusView, 'inclusion' | 'results'> {
  if (inclusion === undefined || results === undefined) return {};
  const proof = inclusion.proof.map((hash) => hex(hash));
  return { inclusion: { ...inclusion, proof }, results: results.map((digest) => hex(digest)) };
}
