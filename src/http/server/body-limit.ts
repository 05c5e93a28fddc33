import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const key = 'maximumBodyBytes';

/** Lets this endpoint take a body of up to `bytes` in place of 64 KiB: for MOI's answer files, and nothing public. */
export const BodyLimit = (bytes: number): MethodDecorator =>
  applyDecorators(RouteConfig({ [key]: bytes }), ApiExtension('x-maximum-body-bytes', bytes));

/** Hands the limits of {@link BodyLimit} to Fastify. Call before routes are registered. */
export function honourBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const config: Readonly<Record<string, unknown>> = { ...route.config };
    const limit = config[key];
    if (typeof limit === 'number') route.bodyLimit = limit;
  });
}
