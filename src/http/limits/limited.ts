import { applyDecorators } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MayAnswer } from '../openapi/problems.js';
import { routeSetting, RouteSetting } from '../server/route-setting.js';

/** What is limited by address; each use has a count of its own. `unknown-sessions` are bearer tokens that open no session. */
export const limitedUses = [
  'challenges',
  'sign-in',
  'co-signatures',
  'mobile-pushes',
  'mobile-results',
  'own-co-signatures',
  'unknown-sessions',
  'public-reads',
  'health',
] as const;

/** One of {@link limitedUses}. */
export type LimitedUse = (typeof limitedUses)[number];

const useKey = 'limitedUse';

/** Limits an endpoint by address, together with all others of the same use; `limitRequests` refuses before the body is read. */
export const Limited = (use: LimitedUse): MethodDecorator & ClassDecorator =>
  applyDecorators(RouteSetting({ [useKey]: use }), MayAnswer('too-many-requests'));

/** The same for a route of Fastify's own, one that no controller has. */
export function limitedRoute(use: LimitedUse): { readonly config: Readonly<Record<string, LimitedUse>> } {
  return { config: { [useKey]: use } };
}

/** The use under which a request is limited, if its route is. */
export function limitedUseOf(request: Pick<FastifyRequest, 'routeOptions'>): LimitedUse | undefined {
  // Written by {@link Limited} alone.
  return routeSetting(request, useKey) as LimitedUse | undefined;
}
