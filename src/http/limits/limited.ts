import { applyDecorators } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MayAnswer } from '../openapi/problems.js';
import { RouteSetting } from '../server/route-setting.js';

/** What is limited by address. */
export type LimitedUse = 'challenges' | 'sign-in' | 'co-signatures';

const useKey = 'limitedUse';

/** Limits an endpoint by address, together with all others of the same use; `limitRequests` refuses before the body is read. */
export const Limited = (use: LimitedUse): MethodDecorator =>
  applyDecorators(RouteSetting({ [useKey]: use }), MayAnswer('too-many-requests'));

/** The use under which a request is limited, if its route is. */
export function limitedUseOf({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): LimitedUse | undefined {
  const config: Readonly<Record<string, unknown>> = { ...routeOptions.config };
  // Written by {@link Limited} alone.
  return config[useKey] as LimitedUse | undefined;
}
