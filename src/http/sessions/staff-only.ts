import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Sessions, type StaffRole } from '../../staff/index.js';
import { ProblemException } from '../problem/index.js';
import { findSession } from './session-of-request.js';

const rolesKey = 'lianshu:roles';

/** Lets a staff session with one of the named roles pass: 401 without a staff session, 403 without the role. */
@Injectable()
export class StaffGuard implements CanActivate {
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
  applyDecorators(SetMetadata(rolesKey, roles), UseGuards(StaffGuard), ApiBearerAuth('staff'));
