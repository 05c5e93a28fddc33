import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { hex } from '../../core/octets.js';
import { mapValue, type Result } from '../../core/result.js';
import {
  type OwnCoSignatureErrorCode,
  ownCoSignatureErrorCodes,
  OwnCoSignatures,
  type RecordedCoSignature,
} from '../../cosigning/index.js';
import { CardSignatureBody, cardSignatureOf } from '../card-signature.dto.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import {
  OwnCoSignatureAnswer,
  OwnCoSignaturesChallengeAnswer,
  SignedChallengeDto,
} from './co-signature.dto.js';

/** The endpoints where holders see their own co-signatures. */
@ApiTags('co-signing')
@Controller('co-signatures')
export class OwnCoSignaturesController {
  constructor(private readonly own: OwnCoSignatures) {}

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
    summary: 'Which cases that collect or are being checked have a co-signature of the holder of this card',
    description:
      'Each with a receipt. When a case is closed, the key that finds a holder’s co-signature is destroyed: from then on nobody can ' +
      'tell, and the case is not in the answer. Keep the receipt.',
  })
  @ApiResponse({ status: 200, type: OwnCoSignatureAnswer, isArray: true })
  @Problems(ownCoSignatureErrorCodes)
  async mine(
    @Body() body: SignedChallengeDto,
  ): Promise<Result<OwnCoSignatureAnswer[], OwnCoSignatureErrorCode>> {
    const found = await this.own.find(body.challenge, cardSignatureOf(body.signature));
    return mapValue(found, (recorded) => recorded.map(answerOf));
  }
}

function answerOf({
  caseNumber,
  mainText,
  round,
  commitment,
  receipt,
  day,
}: RecordedCoSignature): OwnCoSignatureAnswer {
  return { case: caseNumber, mainText, round, commitment: hex(commitment), receipt, recordedOn: day };
}
