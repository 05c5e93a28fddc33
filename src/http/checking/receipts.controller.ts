import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ReceiptReport, Receipts } from '../../checking/index.js';
import type { Commitment } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { type Language, preferredLanguage, reasonSentenceOf } from '../../messages/index.js';
import { AddressParameter } from '../address-parameter.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';

/** Where a record stands in the published Merkle tree (RFC 9162). */
class InclusionView {
  @ApiProperty()
  readonly index!: number;

  @ApiProperty()
  readonly treeSize!: number;

  @ApiProperty({ type: [String], description: 'Hashes from the leaf’s sibling up, hex' })
  readonly proof!: readonly string[];
}

/** The status of a co-signature, for the holder of its receipt. */
class ReceiptStatusView {
  @ApiProperty({ description: 'Case number (案號)' })
  readonly case!: string;

  @ApiProperty({ enum: [1, 2] })
  readonly round!: number;

  @ApiProperty({ enum: ['recorded', 'submitted', 'counted', 'struck-out'] })
  readonly status!: string;

  @ApiProperty({ required: false, description: 'With `struck-out`: the reason code' })
  readonly code?: string;

  @ApiProperty({ required: false, description: 'With `struck-out`: the reason, and what can be done' })
  readonly reason?: string;

  @ApiProperty({ required: false, type: InclusionView, description: 'Once the result is public' })
  readonly inclusion?: InclusionView;
}

/** Answers whether the co-signature of a receipt counts. */
@ApiTags('co-signing')
@Controller('receipts')
@Limited('public-reads')
export class ReceiptsController {
  constructor(private readonly receipts: Receipts) {}

  @Get(':commitment')
  @ApiOperation({ summary: 'What became of the co-signature with this commitment (hex)' })
  @ApiOkResponse({ type: ReceiptStatusView })
  @Problems(['not-found'])
  async status(
    @AddressParameter('commitment') text: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<ReceiptStatusView, 'not-found'>> {
    const report = /^[0-9a-f]{64}$/.test(text)
      ? await this.receipts.find(new Uint8Array(Buffer.from(text, 'hex')) as Commitment)
      : undefined;
    if (report === undefined) return fail('not-found');
    const language = preferredLanguage(accepted);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    return ok(statusView(report, language));
  }
}

function statusView(
  { caseNumber, round, status, inclusion }: ReceiptReport,
  language: Language,
): ReceiptStatusView {
  const reason = status.status === 'struck-out' ? { reason: reasonSentenceOf(status.code, language) } : {};
  return {
    case: caseNumber,
    round,
    ...status,
    ...reason,
    ...(inclusion === undefined
      ? {}
      : {
          inclusion: {
            ...inclusion,
            proof: inclusion.proof.map((hash) => hex(hash)),
          },
        }),
  };
}
