import { randomInt } from 'node:crypto';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceSwitches } from '../cases/index.js';
import type { MessageCode } from '../messages/index.js';
import { inReadOnlyKey, MayAnswer } from './openapi/problems.js';
import { ProblemException } from './problem/problem.js';
import { routeSetting, RouteSetting } from './server/route-setting.js';
import { audienceOf } from './session-admission.js';

const takesCoSignaturesKey = 'takesCoSignatures';

/** For an endpoint on the way to a co-signature of `:caseNumber`: while the intake is paused it answers 503 `intake-paused`. */
export const StopsWithIntake = (): MethodDecorator =>
  applyDecorators(RouteSetting({ [takesCoSignaturesKey]: true }), MayAnswer('intake-paused'));

/** For an endpoint that stays open while the platform is read-only: what is needed to end that. */
export const InReadOnly = (): MethodDecorator =>
  applyDecorators(RouteSetting({ [inReadOnlyKey]: true }), SetMetadata(inReadOnlyKey, true));

/** Seconds after which to come again, spread so that not everybody comes at once. */
const retryAfter = { least: 45, most: 90 };

/**
 * Refuses what two people have switched off ({@link ServiceSwitches}), before the body is read: co-signatures while the intake is paused; and while the platform is
 * read-only, whatever may change something, and all that a lead's session opens. Call before routes are registered.
 */
export function honourSwitches(
  fastify: FastifyInstance,
  switches: Pick<ServiceSwitches, 'pauseOf' | 'readOnly'>,
): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.is404) done();
    else if (switches.readOnly() !== undefined && isClosedInReadOnly(request))
      done(refusal('service-read-only'));
    else if (isPaused(request, switches)) done(refusal('intake-paused'));
    else done();
  });
}

function isClosedInReadOnly(request: FastifyRequest): boolean {
  if (routeSetting(request, inReadOnlyKey) === true) return false;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return !isRead || audienceOf(request)?.kind === 'lead';
}

function isPaused(request: FastifyRequest, switches: Pick<ServiceSwitches, 'pauseOf'>): boolean {
  if (routeSetting(request, takesCoSignaturesKey) !== true) return false;
  const { caseNumber = '' } = request.params as { readonly caseNumber?: string };
  return switches.pauseOf(caseNumber) !== undefined;
}

function refusal(code: MessageCode): ProblemException {
  return new ProblemException({
    code,
    values: { seconds: randomInt(retryAfter.least, retryAfter.most + 1) },
  });
}
