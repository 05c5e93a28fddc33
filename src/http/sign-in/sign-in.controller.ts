import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mapValue, type Result } from '../../core/result.js';
import { SignIn, type SignInErrorCode, signInErrorCodes } from '../../staff/index.js';
import { CardSignatureBody, cardSignatureOf } from '../card-signature.dto.js';
import { Limited } from '../limits/limited.js';
import { InReadOnly } from '../switch-admission.js';
import { Problems } from '../problem/endpoint-problems.js';
import {
  LeadSignInAnswer,
  LeadSignInRequest,
  SignInChallengeAnswer,
  SignInChallengeRequest,
  StaffSignInAnswer,
  StaffSignInRequest,
} from './sign-in.dto.js';

/** Sign-in by challenge and card. There are no passwords. */
@ApiTags('sign-in')
@Controller('sign-in')
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Post('challenges')
  @InReadOnly()
  @HttpCode(200)
  @Limited('challenges')
  @ApiOperation({ summary: 'A challenge to sign in with, good once and for ten minutes' })
  @ApiOkResponse({ type: SignInChallengeAnswer })
  challenge(@Body() body: SignInChallengeRequest): SignInChallengeAnswer {
    const { challenge, expiresAt, statement } = this.signIn.challenge(body.purpose);
    return {
      challenge,
      expiresAt: expiresAt.toISOString(),
      statement: Buffer.from(statement).toString('utf8'),
    };
  }

  @Post('staff')
  @InReadOnly()
  @HttpCode(200)
  @Limited('sign-in')
  @CardSignatureBody()
  @ApiOperation({ summary: 'Sign in as a member of staff' })
  @ApiOkResponse({ type: StaffSignInAnswer })
  @Problems(signInErrorCodes)
  async staff(@Body() body: StaffSignInRequest): Promise<Result<StaffSignInAnswer, SignInErrorCode>> {
    const attempt = { challenge: body.challenge, signature: cardSignatureOf(body.signature) };
    return mapValue(await this.signIn.staff(attempt), ({ token, session }) => ({
      token,
      expiresAt: session.expiresAt.toISOString(),
      roles: session.roles,
    }));
  }

  @Post('lead')
  @HttpCode(200)
  @Limited('sign-in')
  @CardSignatureBody()
  @ApiOperation({
    summary:
      'Sign in as a lead proposer (領銜人), with the access code (認證碼) and the registered certificate',
    description:
      'Once the case is established or not, the session opens `lead/struck-out` alone; every other address of the lead answers 404.',
  })
  @ApiOkResponse({ type: LeadSignInAnswer })
  @Problems(signInErrorCodes)
  async lead(@Body() body: LeadSignInRequest): Promise<Result<LeadSignInAnswer, SignInErrorCode>> {
    const attempt = { challenge: body.challenge, signature: cardSignatureOf(body.signature) };
    return mapValue(await this.signIn.lead(attempt, body.accessCode), ({ token, session }) => ({
      token,
      expiresAt: session.expiresAt.toISOString(),
      caseNumber: session.caseNumber,
    }));
  }
}
