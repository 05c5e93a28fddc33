import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Result } from '../../core/result.js';
import {
  type StaffSession,
  type Opened,
  OwnSessions,
  type SessionErrorCode,
  sessionErrorCodes,
} from '../../staff/index.js';
import { SessionIdParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { InReadOnly } from '../switch-admission.js';
import { SessionList, sessionList } from './session.dto.js';

/** The sessions of a member of staff, for that member alone. */
@ApiTags('staff')
@Controller('staff')
@StaffOnly()
export class StaffSessionsController {
  constructor(private readonly own: OwnSessions) {}

  @Get('sessions')
  @ApiOperation({ summary: 'One’s own sessions that have neither ended nor expired' })
  @ApiOkResponse({ type: SessionList })
  async list(@CurrentSession() session: Opened<StaffSession>): Promise<SessionList> {
    return sessionList(await this.own.list(session), session);
  }

  @Delete('session')
  @InReadOnly()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out: end the session of this request' })
  @ApiNoContentResponse()
  signOut(@CurrentSession() session: Opened<StaffSession>): Promise<void> {
    return this.own.signOut(session);
  }

  @Delete('sessions/:id')
  @InReadOnly()
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of these sessions' })
  @ApiNoContentResponse()
  @Problems(sessionErrorCodes)
  end(
    @CurrentSession() session: Opened<StaffSession>,
    @SessionIdParameter() id: string,
  ): Promise<Result<void, SessionErrorCode>> {
    return this.own.end(session, id);
  }
}
