import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { MayAnswer } from '../openapi/problems.js';
import { ProblemException } from '../problem/problem.js';
import { type LimitedUse, RateLimits } from './rate-limits.js';

const useKey = 'lianshu:limited-use';

/** Refuses a request whose address has used up its share: 429 `too-many-requests` with `Retry-After`. */
@Injectable()
class LimitGuard implements CanActivate {
  constructor(
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const use = this.reflector.get<LimitedUse>(useKey, context.getHandler());
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const seconds = this.limits.take(use, ip);
    if (seconds === 0) return true;
    throw new ProblemException({ code: 'too-many-requests', values: { seconds } });
  }
}

/** Limits an endpoint by address, together with all others of the same use. */
export const Limited = (use: LimitedUse): MethodDecorator =>
  applyDecorators(SetMetadata(useKey, use), UseGuards(LimitGuard), MayAnswer('too-many-requests'));
