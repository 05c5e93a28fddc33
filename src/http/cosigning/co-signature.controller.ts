import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import {
  type CoSignErrorCode,
  coSignErrorCodes,
  type CoSigningRoundErrorCode,
  coSigningRoundErrorCodes,
  CoSigningService,
  type EarlierCoSignatureCode,
  earlierCoSignatureCodes,
} from '../../cosigning/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { CardSignatureBody, cardSignatureOf } from '../card-signature.dto.js';
import { Limited } from '../limits/limited.js';
import { MayCarry } from '../openapi/problems.js';
import { type FailureWithMembers, Problems } from '../problem/endpoint-problems.js';
import { StopsWithIntake } from '../switch-admission.js';
import { acknowledged } from './acknowledged.js';
import { CoSignatureAnswer, CoSignatureDto, CoSigningChallengeAnswer } from './co-signature.dto.js';

/** Co-signing one case. */
@ApiTags('co-signing')
@Controller('cases/:caseNumber')
export class CoSignatureController {
  constructor(private readonly coSigning: CoSigningService) {}

  @Post('challenges')
  @StopsWithIntake()
  @Limited('challenges')
  @ApiOperation({
    summary:
      'A challenge (查驗碼) for one co-signature of this case, valid ten minutes, with the text to sign',
    description:
      'Only on a day on which the case collects. The national ID number goes between the two parts of `statement`.',
  })
  @ApiResponse({ status: 201, type: CoSigningChallengeAnswer })
  @Problems(coSigningRoundErrorCodes)
  async challenge(
    @CaseNumberParameter() caseNumber: CaseNumber,
  ): Promise<Result<CoSigningChallengeAnswer, CoSigningRoundErrorCode>> {
    return mapValue(await this.coSigning.issueChallenge(caseNumber), ({ expiresAt, ...issued }) => ({
      ...issued,
      expiresAt: expiresAt.toISOString(),
    }));
  }

  @Post('co-signatures')
  @StopsWithIntake()
  @HttpCode(201)
  @Limited('co-signatures')
  @CardSignatureBody()
  @ApiOperation({
    summary: 'Co-sign (連署) this case',
    description:
      'The signature is over the statement (連署書) with this number and challenge, byte for byte. 201 means that the sealed ' +
      'record is durable. 409 `already-co-signed` carries the receipt of the same holder’s earlier co-signature, so trying ' +
      'again after a lost answer is safe.',
  })
  @ApiResponse({ status: 201, type: CoSignatureAnswer })
  @Problems([...coSignErrorCodes, ...earlierCoSignatureCodes])
  @MayCarry(CoSignatureAnswer, ...earlierCoSignatureCodes)
  async coSign(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: CoSignatureDto,
  ): Promise<Result<CoSignatureAnswer, CoSignErrorCode> | FailureWithMembers<EarlierCoSignatureCode>> {
    const taken = await this.coSigning.coSign(caseNumber, {
      nationalId: body.nationalId,
      challenge: body.challenge,
      signature: cardSignatureOf(body.signature),
    });
    return taken.ok ? acknowledged(taken.value) : taken;
  }
}
