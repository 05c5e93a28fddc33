import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import {
  type EarlierCoSignatureCode,
  earlierCoSignatureCodes,
  type MobileCoSignErrorCode,
  mobileCoSignErrorCodes,
  MobileCoSigning,
  type MobilePushErrorCode,
  mobilePushErrorCodes,
} from '../../cosigning/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Limited } from '../limits/limited.js';
import { MayCarry } from '../openapi/problems.js';
import { type FailureWithMembers, Problems } from '../problem/endpoint-problems.js';
import { StopsWithIntake } from '../switch-admission.js';
import { acknowledged } from './acknowledged.js';
import { CoSignatureAnswer } from './co-signature.dto.js';
import {
  MobileCoSignatureDto,
  MobilePushAnswer,
  MobilePushDto,
  MobileWaitingAnswer,
} from './mobile-co-signature.dto.js';

/** Co-signing one case by mobile certificate (行動自然人憑證), where a policy admits it. */
@ApiTags('co-signing')
@Controller('cases/:caseNumber')
export class MobileCoSignatureController {
  constructor(private readonly mobile: MobileCoSigning) {}

  @Post('mobile-pushes')
  @StopsWithIntake()
  @Limited('mobile-pushes')
  @ApiOperation({
    summary: 'Ask somebody to sign the statement on their phone, by mobile certificate (行動自然人憑證)',
    description:
      'Off unless a certificate policy admits it. The service of the mobile certificate sees the statement (連署書), with number and case. ' +
      'The answer is the same whether or not the number has a mobile certificate. The platform keeps nothing: the ticket has it all.',
  })
  @ApiResponse({ status: 201, type: MobilePushAnswer })
  @Problems(mobilePushErrorCodes)
  async push(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { nationalId, challenge }: MobilePushDto,
  ): Promise<Result<MobilePushAnswer, MobilePushErrorCode>> {
    const pushed = await this.mobile.push(caseNumber, { nationalId, challenge });
    return mapValue(pushed, ({ expiresAt, ...request }) => ({
      ...request,
      expiresAt: expiresAt.toISOString(),
    }));
  }

  @Post('mobile-co-signatures')
  @StopsWithIntake()
  @HttpCode(201)
  @Limited('mobile-results')
  @ApiOperation({
    summary: 'Co-sign (連署) this case with what was signed on the phone',
    description:
      '202 means that nothing was signed yet: ask again after `Retry-After`. Who declined on the phone is told of it only when the time is ' +
      'over, since a stranger may be asking. 201 and 409 `already-co-signed` are as with a card.',
  })
  @ApiResponse({ status: 201, type: CoSignatureAnswer })
  @ApiResponse({ status: 202, type: MobileWaitingAnswer })
  @Problems([...mobileCoSignErrorCodes, ...earlierCoSignatureCodes])
  @MayCarry(CoSignatureAnswer, ...earlierCoSignatureCodes)
  async coSign(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { nationalId, ticket }: MobileCoSignatureDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<
    | Result<CoSignatureAnswer | MobileWaitingAnswer, MobileCoSignErrorCode>
    | FailureWithMembers<EarlierCoSignatureCode>
  > {
    const taken = await this.mobile.coSign(caseNumber, { nationalId, ticket });
    if (!taken.ok) return taken;
    if (taken.value.outcome !== 'waiting') return acknowledged(taken.value);
    void reply.status(202).header('retry-after', String(taken.value.seconds));
    return ok({ status: 'waiting' });
  }
}
