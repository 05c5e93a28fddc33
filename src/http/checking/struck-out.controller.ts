import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { STRUCK_OUT_LISTS, type StruckOutLists } from '../../checking/index.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { LeadSession } from '../../staff/index.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, LeadOnly } from '../session-admission.js';
import { Paging } from '../validation/paging.pipe.js';
import { RoundQuery } from './round-query.dto.js';

/** The struck-out list 不合格清冊. */
class StruckOutView {
  @ApiProperty({
    format: 'byte',
    description:
      'CMS EnvelopedData for the lead’s encryption certificate; inside, SignedData by the commission over CSV `national_id,code,reason,kind,page,line`',
  })
  readonly envelope!: string;
}

/** The co-signatures that the check struck out, for the lead only (RULES 9, 12). */
@ApiTags('lead')
@Controller('lead/struck-out')
@LeadOnly()
export class StruckOutController {
  constructor(@Inject(STRUCK_OUT_LISTS) private readonly lists: StruckOutLists) {}

  @Get()
  @ApiOperation({ summary: 'The struck-out list of a round, once its result is confirmed' })
  @ApiOkResponse({ type: StruckOutView })
  @Problems(['not-found'])
  async find(
    @CurrentSession() { caseNumber }: LeadSession,
    @Paging() { round }: RoundQuery,
  ): Promise<Result<StruckOutView, 'not-found'>> {
    const sealed = await this.lists.find(caseNumber, round);
    return sealed === undefined
      ? fail('not-found')
      : ok({ envelope: Buffer.from(sealed).toString('base64') });
  }
}
