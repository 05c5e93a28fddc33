import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseService } from '../../cases/index.js';
import { parseTaipeiDate, type TaipeiDate } from '../../core/taipei-date.js';
import type { StaffSession } from '../../staff/index.js';
import { Problems } from '../openapi/problems.js';
import { ProblemException, valueOrProblem } from '../problem/problem.js';
import { CurrentSession, StaffOnly } from '../session.guards.js';
import { fromBase64 } from '../validation/field-decorators.js';
import { caseNumberIn } from './case-number.js';
import {
  IssueCodeDto,
  IssuedCodeView,
  issuedCodeView,
  RegisterCaseDto,
  StaffCaseList,
  StaffCaseView,
  staffCaseView,
} from './staff-case.dto.js';

/** Cases as the commission's staff register and see them. */
@ApiTags('staff')
@Controller('staff/cases')
@StaffOnly()
export class StaffCasesController {
  constructor(private readonly cases: CaseService) {}

  @Get()
  @ApiOperation({ summary: 'All cases, by number' })
  @ApiOkResponse({ type: StaffCaseList })
  async all(): Promise<StaffCaseList> {
    return { cases: (await this.cases.all()).map(staffCaseView) };
  }

  @Get(':caseNumber')
  @ApiOperation({ summary: 'A case' })
  @ApiOkResponse({ type: StaffCaseView })
  @Problems('not-found')
  async one(@Param('caseNumber') caseNumber: string): Promise<StaffCaseView> {
    const found = await this.cases.find(caseNumberIn(caseNumber));
    if (found === undefined) throw new ProblemException({ code: 'not-found' });
    return staffCaseView(found);
  }

  @Post()
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Register (登錄) a case; the threshold is worked out from the elector total (ACT 12)',
  })
  @ApiCreatedResponse({ type: StaffCaseView })
  @Problems('case-number-malformed', 'case-exists', 'elector-total-out-of-range')
  @Problems(
    'case-main-text-length',
    'case-main-text-character',
    'case-reason-length',
    'case-reason-character',
  )
  @Problems('lead-certificate-malformed', 'lead-certificates-differ')
  @Problems('lead-certificate-not-for-signing', 'lead-certificate-not-for-encryption')
  async register(
    @Body() body: RegisterCaseDto,
    @CurrentSession() session: StaffSession,
  ): Promise<StaffCaseView> {
    const registration = {
      ...body,
      leadSigningCertificate: fromBase64(body.leadSigningCertificate),
      leadEncryptionCertificate: fromBase64(body.leadEncryptionCertificate),
    };
    return staffCaseView(valueOrProblem(await this.cases.register(registration, actorOf(session))));
  }

  @Post(':caseNumber/code')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Issue the access code (認證碼) of the main round (REG 4) or the supplement (REG 8)',
  })
  @ApiCreatedResponse({ type: IssuedCodeView })
  @Problems('not-found', 'transition-not-allowed', 'day-malformed', 'day-out-of-range')
  async issueCode(
    @Param('caseNumber') caseNumber: string,
    @Body() body: IssueCodeDto,
    @CurrentSession() session: StaffSession,
  ): Promise<IssuedCodeView> {
    const options = { actor: actorOf(session), paperFormOn: dayIn(body.paperFormOn) };
    return issuedCodeView(valueOrProblem(await this.cases.issueCode(caseNumberIn(caseNumber), options)));
  }

  @Post(':caseNumber/code/replacement')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Issue another access code (認證碼) in place of a lost one',
    description: 'The old code is worth nothing from then on. The days of the round stay as they are.',
  })
  @ApiCreatedResponse({ type: IssuedCodeView })
  @Problems('not-found', 'transition-not-allowed')
  async replaceCode(
    @Param('caseNumber') caseNumber: string,
    @CurrentSession() session: StaffSession,
  ): Promise<IssuedCodeView> {
    const replaced = await this.cases.replaceCode(caseNumberIn(caseNumber), actorOf(session));
    return issuedCodeView(valueOrProblem(replaced));
  }

  @Post(':caseNumber/stop')
  @HttpCode(200)
  @StaffOnly('registrar')
  @ApiOperation({ summary: 'Stop a case: the legislature has done what it asks (REG 10)' })
  @ApiOkResponse({ type: StaffCaseView })
  @Problems('not-found', 'transition-not-allowed')
  async stop(
    @Param('caseNumber') caseNumber: string,
    @CurrentSession() session: StaffSession,
  ): Promise<StaffCaseView> {
    const stopped = await this.cases.apply(caseNumberIn(caseNumber), 'stop', actorOf(session));
    return staffCaseView(valueOrProblem(stopped));
  }
}

function actorOf(session: StaffSession): `staff:${string}` {
  return `staff:${session.memberId}`;
}

function dayIn(text: string | undefined): TaipeiDate | undefined {
  return text === undefined ? undefined : valueOrProblem(parseTaipeiDate(text));
}
