import { Body, Controller, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type BearerErrorCode, bearerErrorCodes, Receipts } from '../../checking/index.js';
import type { Commitment } from '../../core/identifiers.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { preferredLanguage } from '../../messages/index.js';
import { AddressParameter } from '../address-parameter.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BearerStatusView, bearerView, ReceiptDto, ReceiptStatusView, statusView } from './receipts.dto.js';

/** Answers whether the co-signature of a receipt counts. */
@ApiTags('co-signing')
@Controller('receipts')
@Limited('public-reads')
export class ReceiptsController {
  constructor(private readonly receipts: Receipts) {}

  @Get(':commitment')
  @ApiOperation({ summary: 'What became of the co-signature with this commitment (hex); not why' })
  @ApiOkResponse({ type: ReceiptStatusView })
  @Problems(['not-found'])
  async status(
    @AddressParameter('commitment') text: string,
  ): Promise<Result<ReceiptStatusView, 'not-found'>> {
    const report = /^[0-9a-f]{64}$/.test(text)
      ? await this.receipts.find(new Uint8Array(Buffer.from(text, 'hex')) as Commitment)
      : undefined;
    return report === undefined ? fail('not-found') : ok(statusView(report));
  }

  @Post('status')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What became of the co-signature of this receipt, and by group why it doesn’t count',
    description:
      'For the bearer of the receipt. It says nothing about the person, and neither does the answer.',
  })
  @ApiOkResponse({ type: BearerStatusView })
  @Problems(bearerErrorCodes)
  async ofBearer(
    @Body() { receipt }: ReceiptDto,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<BearerStatusView, BearerErrorCode>> {
    const language = preferredLanguage(accepted);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    return mapValue(await this.receipts.ofBearer(receipt), (report) => bearerView(report, language));
  }
}
