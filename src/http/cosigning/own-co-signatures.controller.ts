import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { hex } from '../../core/octets.js';
import { mapValue, type Result } from '../../core/result.js';
import { OwnCoSignatures } from '../../cosigning/index.js';
import { type Language, preferredLanguage, reasonSentenceOf } from '../../messages/index.js';
import {
  type OwnStanding,
  ownStandingErrorCodes,
  type OwnStandingErrorCode,
  OwnStandings,
} from '../../remedies/index.js';
import { CardSignatureBody, cardSignatureOf } from '../card-signature.dto.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import {
  OwnCoSignatureAnswer,
  OwnCoSignaturesChallengeAnswer,
  OwnCoSignaturesDto,
} from './co-signature.dto.js';

/** The endpoints where holders see their own co-signatures. */
@ApiTags('co-signing')
@Controller('co-signatures')
export class OwnCoSignaturesController {
  constructor(
    private readonly own: OwnCoSignatures,
    private readonly standings: OwnStandings,
  ) {}

  @Post('challenges')
  @Limited('challenges')
  @ApiOperation({
    summary: 'A challenge (查驗碼) for asking after one’s own co-signatures, with the text to sign',
  })
  @ApiResponse({ status: 201, type: OwnCoSignaturesChallengeAnswer })
  challenge(): OwnCoSignaturesChallengeAnswer {
    const { challenge, expiresAt, statement } = this.own.issueChallenge();
    return {
      challenge,
      expiresAt: expiresAt.toISOString(),
      statement: Buffer.from(statement).toString('utf8'),
    };
  }

  @Post('mine')
  @HttpCode(200)
  @Limited('own-co-signatures')
  @CardSignatureBody()
  @ApiOperation({
    summary: 'The co-signatures of the holder of this card, and exactly how each stands',
    description:
      'Of the cases that collect or are being checked, the card alone finds them, each with a receipt. When a case is closed, the key that ' +
      'finds a holder’s co-signature is destroyed: from then on show the receipt, and the record is opened to see that this card signed it.',
  })
  @ApiResponse({ status: 200, type: OwnCoSignatureAnswer, isArray: true })
  @Problems(ownStandingErrorCodes)
  async mine(
    @Body() { challenge, signature, receipts = [] }: OwnCoSignaturesDto,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<OwnCoSignatureAnswer[], OwnStandingErrorCode>> {
    const language = preferredLanguage(accepted);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    const found = await this.standings.find(challenge, cardSignatureOf(signature), receipts);
    return mapValue(found, (standings) => standings.map((each) => answerOf(each, language)));
  }
}

function answerOf(
  {
    caseNumber,
    mainText,
    round,
    commitment,
    receipt,
    day,
    status,
    code,
    decisions,
    disclosures,
  }: OwnStanding,
  language: Language,
): OwnCoSignatureAnswer {
  return {
    case: caseNumber,
    mainText,
    round,
    commitment: hex(commitment),
    receipt,
    recordedOn: day,
    status,
    ...(code === undefined ? {} : { code, reason: reasonSentenceOf(code, language) }),
    decisions: [...decisions],
    disclosures: [...disclosures],
  };
}
