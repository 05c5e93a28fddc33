import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseService, ServiceSwitches } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { caseDocument } from '../../core/statement/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Cacheable, isKept, keep, nothing, orKept } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import { Paging } from '../validation/paging.pipe.js';
import { PublicCaseListQuery } from './case-list-query.dto.js';
import { PublicCaseList, publicCaseList, PublicCaseView, publicCaseView } from './public-case.dto.js';

const publicCaseCodes = ['not-found'] as const;

/** Cases as anybody may see them: from the day collecting began. */
@ApiTags('cases')
@Controller('cases')
@Limited('public-reads')
export class CasesController {
  constructor(
    private readonly cases: CaseService,
    private readonly switches: ServiceSwitches,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The cases that collect or have collected co-signatures, page by page',
    description:
      'First those on which one can co-sign today, then the others, each by number. Rehearsals (演練) are never among real cases. Nothing here depends on how many have co-signed.',
  })
  @ApiOkResponse({ type: PublicCaseList })
  @Cacheable()
  async list(
    @Paging() { rehearsals, after, limit }: PublicCaseListQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicCaseList | StreamableFile> {
    const page = await this.cases.publicPage({ rehearsals, after, limit });
    return orKept(publicCaseList(page), keep.minute, request, reply);
  }

  @Get(':caseNumber')
  @ApiOperation({ summary: 'A case (公民投票案) that collects or has collected co-signatures' })
  @ApiOkResponse({ type: PublicCaseView })
  @Cacheable()
  @Problems(publicCaseCodes)
  async one(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<PublicCaseView | StreamableFile, 'not-found'>> {
    const found = await this.cases.findPublicToday(caseNumber);
    if (found === undefined) return fail('not-found');
    const view = publicCaseView(found, this.switches.pauseOf(caseNumber));
    return ok(orKept(view, keep.minute, request, reply));
  }

  @Get(':caseNumber/document')
  @ApiOperation({
    summary: 'The case document (主文及理由書)',
    description: 'Exactly the bytes whose SHA-256 stands in every statement: `curl -s … | sha256sum`.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Cacheable()
  @Problems(publicCaseCodes)
  async document(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<Buffer | StreamableFile, 'not-found'>> {
    const found = await this.cases.findPublic(caseNumber);
    if (found === undefined) return fail('not-found');
    const { mainText, reason } = found;
    const document = Buffer.from(caseDocument(mainText, reason));
    void reply.type('text/plain; charset=utf-8');
    const kept = { sha256: sha256Hex(document), cacheControl: keep.minute };
    return ok(isKept(request, reply, kept) ? nothing() : document);
  }
}
