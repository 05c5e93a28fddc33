import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Case, CaseService } from '../../cases/index.js';
import { caseDocument } from '../../core/statement/index.js';
import { Problems } from '../openapi/problems.js';
import { ProblemException } from '../problem/problem.js';
import { caseNumberIn } from './case-number.js';
import { PublicCaseView, publicCaseView } from './case.dto.js';

/** Cases as anybody may see them: from the day collecting began. */
@ApiTags('cases')
@Controller('cases/:caseNumber')
export class CasesController {
  constructor(private readonly cases: CaseService) {}

  @Get()
  @ApiOperation({ summary: 'A case (公民投票案) that collects or has collected co-signatures' })
  @ApiOkResponse({ type: PublicCaseView })
  @Problems('not-found')
  async one(@Param('caseNumber') caseNumber: string): Promise<PublicCaseView> {
    return publicCaseView(await this.find(caseNumber));
  }

  @Get('document')
  @ApiOperation({
    summary: 'The case document (主文及理由書)',
    description: 'Exactly the bytes whose SHA-256 stands in every statement: `curl -s … | sha256sum`.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Problems('not-found')
  async document(@Param('caseNumber') caseNumber: string, @Res() reply: FastifyReply): Promise<void> {
    const { mainText, reason } = await this.find(caseNumber);
    const bytes = Buffer.from(caseDocument(mainText, reason));
    await reply.type('text/plain; charset=utf-8').send(bytes);
  }

  private async find(caseNumber: string): Promise<Case> {
    const found = await this.cases.findPublic(caseNumberIn(caseNumber));
    if (found === undefined) throw new ProblemException({ code: 'not-found' });
    return found;
  }
}
