import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { leadNameOf, PUBLIC_CASES, type PublicCases } from '../../cases/index.js';
import { STRUCK_OUT_LISTS, type StruckOutLists } from '../../checking/index.js';
import { CLOCK, type Clock } from '../../core/clock.js';
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

  @ApiProperty({ description: 'The case number (案號).', example: '9001' })
  readonly case!: string;

  @ApiProperty({ description: 'The lead proposer (領銜人), to whom it was handed.' })
  readonly leadName!: string;

  @ApiProperty({
    format: 'date-time',
    description:
      'When it was handed over, as the audit log has it. Whoever saves the opened list marks it with these three.',
  })
  readonly fetchedAt!: string;
}

/** The co-signatures that the check struck out, for the lead only (RULES 9, 12). */
@ApiTags('lead')
@Controller('lead/struck-out')
@LeadOnly()
export class StruckOutController {
  constructor(
    @Inject(STRUCK_OUT_LISTS) private readonly lists: StruckOutLists,
    @Inject(PUBLIC_CASES) private readonly cases: PublicCases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The struck-out list of a round, once its result is confirmed',
    description:
      'Until 90 days after the case was established or not (RULES 9). Each time it is handed over is in the audit log, without any number.',
  })
  @ApiOkResponse({ type: StruckOutView })
  @Problems(['not-found'])
  async find(
    @CurrentSession() { caseNumber }: LeadSession,
    @Paging() { round }: RoundQuery,
  ): Promise<Result<StruckOutView, 'not-found'>> {
    const found = await this.cases.findPublic(caseNumber);
    const at = this.clock.now();
    const entry = { at, actor: 'lead', action: 'struck-out-list-fetched', caseNumber } as const;
    const sealed = await this.lists.fetch(caseNumber, entry, round);
    if (found === undefined || sealed === undefined) return fail('not-found');
    return ok({
      envelope: Buffer.from(sealed).toString('base64'),
      case: caseNumber,
      leadName: leadNameOf(found),
      fetchedAt: at.toISOString(),
    });
  }
}
