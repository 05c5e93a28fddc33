import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseCaseNumber } from '../core/case-number.js';
import type { CaseConflicts, OpenSession, Sessions, StaffRole, StaffSession } from '../staff/index.js';
import type { RateLimits } from './limits/rate-limits.js';
import { MayAnswer } from './openapi/problems.js';
import { ProblemException } from './problem/problem.js';
import { routeSetting, RouteSetting } from './server/route-setting.js';

/** Whom an endpoint admits. */
export type Audience =
  { readonly kind: 'lead' } | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] };

const audienceKey = 'audience';

/**
 * For staff's endpoints: any one of these roles will do; without any, every member of staff. On a controller or a method; a
 * method's roles stand in place of its controller's. 401 without a staff session, 403 without the role. The handler takes
 * `@CurrentSession() session: StaffSession`.
 */
export const StaffOnly = (...roles: readonly StaffRole[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    RouteSetting({
      [audienceKey]: { kind: 'staff', roles } satisfies Audience,
    }),
    ApiBearerAuth('staff'),
    MayAnswer(
      'sign-in-required',
      'too-many-requests',
      ...(roles.length === 0 ? [] : ['role-required' as const]),
    ),
  );

/**
 * For a lead's endpoints, on a controller or a method: 401 without a lead's session, which tells nothing, since the addresses name no case
 * and the answer is the same for every one of them. The handler takes `@CurrentSession() session: LeadSession`.
 */
export const LeadOnly = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    RouteSetting({ [audienceKey]: { kind: 'lead' } satisfies Audience }),
    ApiBearerAuth('lead'),
    MayAnswer('sign-in-required', 'too-many-requests'),
  );

const sessionByRequest = new WeakMap<FastifyRequest, OpenSession>();

/** The session that was let through: a `LeadSession` behind `@LeadOnly()`, a `StaffSession` behind `@StaffOnly()`. */
export const CurrentSession = createParamDecorator(
  (_data: undefined, context: ExecutionContext): OpenSession => {
    const session = sessionByRequest.get(context.switchToHttp().getRequest<FastifyRequest>());
    if (session === undefined) throw new Error('a handler wants the session and says not whom it admits');
    return session;
  },
);

/** Who is asked whether somebody is let through. */
export interface Admission {
  readonly sessions: () => Sessions;
  readonly conflicts: () => Pick<CaseConflicts, 'isLead'>;
}

/**
 * Lets only those to an endpoint whom {@link StaffOnly} and {@link LeadOnly} name, before the body is read: Nest's guards would come
 * after it. Nobody acts as staff in the case that they lead. Tokens that open no session are counted by address, so that nobody can have the
 * database look them up without end. Call before routes are registered.
 */
export function admitOnlyNamed(fastify: FastifyInstance, admission: Admission, limits: RateLimits): void {
  fastify.addHook('onRequest', async (request) => {
    const audience = audienceOf(request);
    if (audience === undefined) return;
    const session = await findSession(request, admission.sessions(), limits);
    if (!admits(audience, session)) throw refusal(audience, session);
    if (session.kind === 'staff' && (await actsInOwnCase(request, session, admission)))
      throw new ProblemException({ code: 'conflict-of-interest' });
    sessionByRequest.set(request, session);
  });
}

/** Whether a request is an act in a case that this member leads. To look is no act. */
async function actsInOwnCase(
  request: FastifyRequest,
  session: StaffSession,
  { conflicts }: Admission,
): Promise<boolean> {
  const { caseNumber } = request.params as { readonly caseNumber?: string };
  if (caseNumber === undefined || request.method === 'GET' || request.method === 'HEAD') return false;
  const number = parseCaseNumber(caseNumber);
  return number.ok && conflicts().isLead(number.value, session);
}

/** Whom the endpoint of a request admits; undefined where it is anybody. */
export function audienceOf(request: Pick<FastifyRequest, 'routeOptions'>): Audience | undefined {
  // Written by the two decorators alone.
  return routeSetting(request, audienceKey) as Audience | undefined;
}

/** Whether the request came with the session that its endpoint wants. */
export function isSignedIn(request: FastifyRequest): boolean {
  return sessionByRequest.has(request);
}

const bearer = /^Bearer ([A-Za-z0-9_-]{1,64})$/i;

/** Finds the session of the request's bearer token (RFC 6750 §2.1). */
async function findSession(
  request: FastifyRequest,
  known: Sessions,
  limits: RateLimits,
): Promise<OpenSession | undefined> {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const seconds = await limits.secondsToWait('unknown-sessions', request);
  if (seconds > 0)
    throw new ProblemException({
      code: 'too-many-requests',
      values: { seconds },
    });
  const session = await known.find(token);
  if (session === undefined) await limits.count('unknown-sessions', request);
  return session;
}

function admits(audience: Audience, session: OpenSession | undefined): session is OpenSession {
  if (session?.kind !== audience.kind) return false;
  if (session.kind === 'lead' || audience.kind === 'lead' || audience.roles.length === 0) return true;
  return audience.roles.some((role) => session.roles.includes(role));
}

function refusal(audience: Audience, session: OpenSession | undefined): ProblemException {
  const lacksRole = audience.kind === 'staff' && session?.kind === 'staff';
  return new ProblemException({ code: lacksRole ? 'role-required' : 'sign-in-required' });
}
