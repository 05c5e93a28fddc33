import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import {
  Filing,
  Objections,
  ownObjectionErrorCodes,
  type OwnObjectionErrorCode,
  type RemedyChallengeErrorCode,
  remedyChallengeErrorCodes,
  reportErrorCodes,
  type ReportErrorCode,
  withdrawalErrorCodes,
  type WithdrawalErrorCode,
} from '../../remedies/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { CardSignatureBody } from '../card-signature.dto.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import {
  cardRequestOf,
  HolderReportDto,
  OwnObjectionDto,
  RemedyChallengeAnswer,
  RemedyChallengeDto,
} from './remedies.dto.js';

/** What the holder of a card can do about a co-signature after it was made. */
@ApiTags('co-signing')
@Controller('cases/:caseNumber')
export class RemediesController {
  constructor(
    private readonly filing: Filing,
    private readonly objections: Objections,
  ) {}

  @Post('remedies/challenges')
  @Limited('challenges')
  @ApiOperation({
    summary: 'A challenge (查驗碼) for an objection, a report of misuse or a withdrawal, valid ten minutes',
  })
  @ApiResponse({ status: 201, type: RemedyChallengeAnswer })
  @Problems(remedyChallengeErrorCodes)
  challenge(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { kind }: RemedyChallengeDto,
  ): Promise<Result<RemedyChallengeAnswer, RemedyChallengeErrorCode>> {
    const issued = this.filing.issueChallenge(kind, caseNumber);
    return Promise.resolve(
      mapValue(issued, ({ challenge, expiresAt }) => ({ challenge, expiresAt: expiresAt.toISOString() })),
    );
  }

  @Post('misuse-reports')
  @HttpCode(204)
  @Limited('own-co-signatures')
  @CardSignatureBody()
  @ApiOperation({
    summary: 'Report that somebody else used the card (冒用)',
    description:
      'At any time. The answer is the same whether or not the card has co-signed this case. The report is sealed to the commission: nobody ' +
      'sees it, or that there is one, before the round is submitted. Then two people decide. It is no withdrawal.',
  })
  @ApiNoContentResponse()
  @Problems(reportErrorCodes)
  reportMisuse(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: HolderReportDto,
  ): Promise<Result<void, ReportErrorCode>> {
    return this.filing.reportMisuse(caseNumber, cardRequestOf(body));
  }

  @Post('objections')
  @HttpCode(204)
  @Limited('own-co-signatures')
  @CardSignatureBody()
  @ApiOperation({
    summary: 'Object (異議) to one’s own co-signature being struck out',
    description:
      'With the receipt, and signed with the card that co-signed, on the days that the policy sets after the publication. Two people decide.',
  })
  @ApiNoContentResponse()
  @Problems(ownObjectionErrorCodes)
  object(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: OwnObjectionDto,
  ): Promise<Result<void, OwnObjectionErrorCode>> {
    const { receipt } = body;
    return this.objections.byCoSigner(caseNumber, { ...cardRequestOf(body), receipt });
  }

  @Post('withdrawals')
  @HttpCode(204)
  @Limited('own-co-signatures')
  @CardSignatureBody()
  @ApiOperation({
    summary: 'Take a co-signature back (撤回), where a law allows it',
    description:
      'None does: the policy is off, every request is answered `withdrawal-not-lawful`, and nothing is written.',
  })
  @ApiNoContentResponse()
  @Problems(withdrawalErrorCodes)
  withdraw(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: HolderReportDto,
  ): Promise<Result<void, WithdrawalErrorCode>> {
    return this.filing.withdraw(caseNumber, cardRequestOf(body));
  }
}
