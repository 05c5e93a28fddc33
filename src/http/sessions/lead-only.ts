import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Sessions } from '../../staff/index.js';
import { ProblemException } from '../problem/index.js';
import { findSession } from './session-of-request.js';

/** Lets a lead's session pass; everybody else gets the answer of a case that doesn't exist. */
@Injectable()
export class LeadGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const session = await findSession(context.switchToHttp().getRequest<FastifyRequest>(), this.sessions);
    if (session?.kind === 'lead') return true;
    throw new ProblemException({ code: 'not-found' });
  }
}

/** For a lead's endpoints, on a controller or a method. The handler takes `@CurrentSession() session: LeadSession`. */
export const LeadOnly = (): ClassDecorator & MethodDecorator =>
  applyDecorators(UseGuards(LeadGuard), ApiBearerAuth('lead'));
