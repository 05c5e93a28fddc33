import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseService,
  type CaseStepErrorCode,
  caseStepErrorCodes,
  type IssueCodeErrorCode,
  issueCodeErrorCodes,
  type RegistrationErrorCode,
  registrationErrorCodes,
} from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { type DayErrorCode, dayErrorCodes, parseTaipeiDate } from '../../core/taipei-date.js';
import { CaseSteps, type StaffSession } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import { Paging } from '../validation/paging.pipe.js';
import { fromBase64 } from '../validation/field-decorators.js';
import { StaffCasePageQuery } from './case-list-query.dto.js';
import {
  IssueCodeDto,
  IssuedCodeView,
  issuedCodeView,
  largestRegistration,
  RegisterCaseDto,
  RequestedCodeView,
  StaffCaseList,
  StaffCaseView,
  staffCaseView,
} from './staff-case.dto.js';

/** Cases as the commission's staff register and see them. */
@ApiTags('staff')
@Controller('staff/cases')
@StaffOnly()
export class StaffCasesController {
  constructor(
    private readonly cases: CaseService,
    private readonly steps: CaseSteps,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Cases, by number, or rehearsals (演練)' })
  @ApiOkResponse({ type: StaffCaseList })
  async all(@Paging() query: StaffCasePageQuery): Promise<StaffCaseList> {
    const { rehearsals = false, inCheck = false, after, limit } = query;
    const { cases, ...more } = await this.cases.page({ rehearsals, inCheck, after }, limit);
    return { cases: cases.map(staffCaseView), ...more };
  }

  @Get(':caseNumber')
  @ApiOperation({ summary: 'A case' })
  @ApiOkResponse({ type: StaffCaseView })
  @Problems(['not-found'])
  async one(@CaseNumberParameter() caseNumber: CaseNumber): Promise<Result<StaffCaseView, 'not-found'>> {
    const found = await this.cases.find(caseNumber);
    return found === undefined ? fail('not-found') : ok(staffCaseView(found));
  }

  @Post()
  @StaffOnly('registrar')
  @BodyLimit(largestRegistration)
  @ApiOperation({
    summary: 'Register (登錄) a case; the threshold is worked out from the elector total (ACT 12)',
  })
  @ApiCreatedResponse({ type: StaffCaseView })
  @Problems([...registrationErrorCodes, ...dayErrorCodes])
  async register(
    @Body() body: RegisterCaseDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<StaffCaseView, RegistrationErrorCode | DayErrorCode>> {
    const noticedOn = parseTaipeiDate(body.noticedOn);
    if (!noticedOn.ok) return noticedOn;
    const registration = {
      ...body,
      noticedOn: noticedOn.value,
      leadSigningCertificate: fromBase64(body.leadSigningCertificate),
      leadEncryptionCertificate: fromBase64(body.leadEncryptionCertificate),
    };
    return mapValue(await this.cases.register(registration, actorOf(session)), staffCaseView);
  }

  @Post(':caseNumber/code')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Issue the access code (認證碼) of the main round (REG 4) or the supplement (REG 8)',
  })
  @ApiCreatedResponse({ type: IssuedCodeView })
  @Problems([...issueCodeErrorCodes, ...dayErrorCodes])
  async issueCode(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: IssueCodeDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<IssuedCodeView, IssueCodeErrorCode | DayErrorCode>> {
    const paperFormOn = body.paperFormOn === undefined ? ok(undefined) : parseTaipeiDate(body.paperFormOn);
    if (!paperFormOn.ok) return paperFormOn;
    const options = { actor: actorOf(session), paperFormOn: paperFormOn.value };
    return mapValue(await this.cases.issueCode(caseNumber, options), issuedCodeView);
  }

  @Post(':caseNumber/code/replacement')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Make another access code (認證碼) in place of a lost one, and ask for it to take its place',
    description:
      'Another member approves the request. The code of this answer works from then on, and the old one no longer. The days of the ' +
      'round stay as they are.',
  })
  @ApiCreatedResponse({ type: RequestedCodeView })
  @Problems(caseStepErrorCodes)
  async replaceCode(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<RequestedCodeView, CaseStepErrorCode>> {
    const requested = await this.steps.requestCode(caseNumber, session);
    return mapValue(requested, ({ accessCode, request }) => ({ accessCode, request: approvalView(request) }));
  }

  @Post(':caseNumber/stop')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for a case to be stopped: the legislature has done what it asks (REG 10)',
    description: 'Another member approves the request.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(['not-found'])
  async stop(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, 'not-found'>> {
    return mapValue(await this.steps.requestStop(caseNumber, session), approvalView);
  }
}

function actorOf(session: StaffSession): `staff:${string}` {
  return `staff:${session.memberId}`;
}
