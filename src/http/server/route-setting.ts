import { RouteConfig } from '@nestjs/platform-fastify';

const settings = new WeakMap<object, Readonly<Record<string, unknown>>>();

/**
 * Adds to the configuration that Fastify's hooks find with a route. Nest's own `RouteConfig` keeps only the decorator that was applied
 * last: a limit would be lost where an endpoint has two.
 */
export const RouteSetting =
  (setting: Readonly<Record<string, unknown>>): MethodDecorator =>
  <Handler>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<Handler>) => {
    const handler = descriptor.value as object;
    const all = { ...settings.get(handler), ...setting };
    settings.set(handler, all);
    RouteConfig(all)(target, key, descriptor);
  };
