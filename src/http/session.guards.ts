import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Session, Sessions, type StaffRole } from '../staff/index.js';
import { MayAnswer } from './openapi/problems.js';
import { ProblemException } from './problem/problem.js';

const sessionByRequest = new WeakMap<FastifyRequest, Session>();

const bearer = /^Bearer ([A-Za-z0-9_-]{1,64})$/i;

/** Finds the session of the request's bearer token (RFC 6750 §2.1) and remembers it with the request. */
async function findSession(request: FastifyRequest, known: Sessions): Promise<Session | undefined> {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  const session = token === undefined ? undefined : await known.find(token);
  if (session !== undefined) sessionByRequest.set(request, session);
  return session;
}

/** The session a guard found. Throws where no guard stands before the handler: that is a bug. */
function sessionOf(request: FastifyRequest): Session {
  const session = sessionByRequest.get(request);
  if (session === undefined) throw new Error('no guard before a handler that wants the session');
  return session;
}

/** The session a guard let through: a `LeadSession` behind `@LeadOnly()`, a `StaffSession` behind `@StaffOnly()`. */
export const CurrentSession = createParamDecorator((_data: undefined, context: ExecutionContext): Session =>
  sessionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

const rolesKey = 'lianshu:roles';

/** Lets a staff session with one of the named roles pass: 401 without a staff session, 403 without the role. */
@Injectable()
class StaffGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const session = await findSession(context.switchToHttp().getRequest<FastifyRequest>(), this.sessions);
    if (session?.kind !== 'staff') throw new ProblemException({ code: 'sign-in-required' });
    const wanted = this.reflector.getAllAndOverride<readonly StaffRole[]>(rolesKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (wanted.length === 0 || wanted.some((role) => session.roles.includes(role))) return true;
    throw new ProblemException({ code: 'role-required' });
  }
}

/**
 * For staff's endpoints: any one of these roles will do; without any, every member of staff. On a controller or a method; a
 * method's roles stand in place of its controller's. The handler takes `@CurrentSession() session: StaffSession`.
 */
export const StaffOnly = (...roles: readonly StaffRole[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(rolesKey, roles),
    UseGuards(StaffGuard),
    ApiBearerAuth('staff'),
    MayAnswer('sign-in-required', ...(roles.length === 0 ? [] : ['role-required' as const])),
  );

/** Lets a lead's session pass; everybody else gets the answer of a case that doesn't exist. */
@Injectable()
class LeadGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const session = await findSession(context.switchToHttp().getRequest<FastifyRequest>(), this.sessions);
    if (session?.kind === 'lead') return true;
    throw new ProblemException({ code: 'not-found' });
  }
}

/** For a lead's endpoints, on a controller or a method. The handler takes `@CurrentSession() session: LeadSession`. */
export const LeadOnly = (): ClassDecorator & MethodDecorator =>
  applyDecorators(UseGuards(LeadGuard), ApiBearerAuth('lead'), MayAnswer('not-found'));
