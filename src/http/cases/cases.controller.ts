import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Case, CaseService } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { caseDocument } from '../../core/statement/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import { PublicCaseView, publicCaseView } from './case.dto.js';

const publicCaseCodes = ['not-found'] as const;

/** Cases as anybody may see them: from the day collecting began. */
@ApiTags('cases')
@Controller('cases/:caseNumber')
@Limited('public-reads')
export class CasesController {
  constructor(private readonly cases: CaseService) {}

  @Get()
  @ApiOperation({ summary: 'A case (公民投票案) that collects or has collected co-signatures' })
  @ApiOkResponse({ type: PublicCaseView })
  @Problems(publicCaseCodes)
  async one(@CaseNumberParameter() caseNumber: CaseNumber): Promise<Result<PublicCaseView, 'not-found'>> {
    return mapValue(await this.find(caseNumber), publicCaseView);
  }

  @Get('document')
  @ApiOperation({
    summary: 'The case document (主文及理由書)',
    description: 'Exactly the bytes whose SHA-256 stands in every statement: `curl -s … | sha256sum`.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Problems(publicCaseCodes)
  async document(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<Buffer, 'not-found'>> {
    return mapValue(await this.find(caseNumber), ({ mainText, reason }) => {
      void reply.type('text/plain; charset=utf-8');
      return Buffer.from(caseDocument(mainText, reason));
    });
  }

  private async find(caseNumber: CaseNumber): Promise<Result<Case, 'not-found'>> {
    const found = await this.cases.findPublic(caseNumber);
    return found === undefined ? fail('not-found') : ok(found);
  }
}
