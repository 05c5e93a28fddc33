import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Session } from '../../staff/index.js';
import { sessionOf } from './session-of-request.js';

/** The session a guard let through: a `LeadSession` behind `@LeadOnly()`, a `StaffSession` behind `@StaffOnly()`. */
export const CurrentSession = createParamDecorator((_data: undefined, context: ExecutionContext): Session =>
  sessionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
