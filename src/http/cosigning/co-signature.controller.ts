import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { hex } from '../../core/octets.js';
import { type AcknowledgedCoSignature, CoSigningService } from '../../cosigning/index.js';
import { cardSignatureOf } from '../card-signature.dto.js';
import { caseNumberIn } from '../cases/case-number.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../openapi/problems.js';
import { ProblemException, valueOrProblem } from '../problem/problem.js';
import { ChallengeAnswer, CoSignatureAnswer, CoSignatureDto } from './co-signature.dto.js';

/** Co-signing one case. */
@ApiTags('co-signing')
@Controller('cases/:caseNumber')
export class CoSignatureController {
  constructor(private readonly coSigning: CoSigningService) {}

  @Post('challenges')
  @Limited('challenges')
  @ApiOperation({ summary: 'A challenge (查驗碼) for one co-signature of this case, valid ten minutes' })
  @ApiResponse({ status: 201, type: ChallengeAnswer })
  @Problems('not-found', 'not-collecting')
  async challenge(@Param('caseNumber') caseNumber: string): Promise<ChallengeAnswer> {
    const issued = valueOrProblem(await this.coSigning.issueChallenge(caseNumberIn(caseNumber)));
    return { challenge: issued.challenge, expiresAt: issued.expiresAt.toISOString() };
  }

  @Post('co-signatures')
  @HttpCode(201)
  @Limited('co-signatures')
  @ApiOperation({
    summary: 'Co-sign (連署) this case',
    description:
      'The signature is over the statement (連署書) with this number and challenge, byte for byte. 201 means that the sealed ' +
      'record is durable. 409 `already-co-signed` carries the receipt of the same holder’s earlier co-signature, so trying ' +
      'again after a lost answer is safe.',
  })
  @ApiResponse({ status: 201, type: CoSignatureAnswer })
  @Problems(
    'not-found',
    'not-collecting',
    'already-co-signed',
    'submission-in-progress',
    'revocation-unavailable',
  )
  @Problems('national-id-malformed', 'national-id-check-digit-wrong', 'national-id-not-citizen')
  @Problems(
    'national-id-not-the-certificates',
    'challenge-malformed',
    'challenge-stale',
    'challenge-for-another-purpose',
  )
  @Problems(
    'evidence-too-large',
    'evidence-malformed',
    'evidence-signature-wrong',
    'evidence-statement-wrong',
  )
  @Problems(
    'certificate-untrusted',
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-wrong-type',
  )
  @Problems(
    'certificate-wrong-key-usage',
    'certificate-health-insurance',
    'certificate-revoked',
    'revocation-unknown',
  )
  async coSign(
    @Param('caseNumber') caseNumber: string,
    @Body() body: CoSignatureDto,
  ): Promise<CoSignatureAnswer> {
    const taken = valueOrProblem(
      await this.coSigning.coSign(caseNumberIn(caseNumber), {
        nationalId: body.nationalId,
        challenge: body.challenge,
        signature: cardSignatureOf(body.signature),
      }),
    );
    if (taken.outcome === 'already-recorded') throw alreadyCoSigned(taken);
    return answerOf(taken);
  }
}

function alreadyCoSigned(taken: AcknowledgedCoSignature): ProblemException {
  const day = new Date(taken.day);
  return new ProblemException(
    {
      code: 'already-co-signed',
      values: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    },
    { ...answerOf(taken) },
  );
}

function answerOf(taken: AcknowledgedCoSignature): CoSignatureAnswer {
  return {
    commitment: hex(taken.commitment),
    receipt: taken.receipt,
    recordedOn: taken.day,
  };
}
