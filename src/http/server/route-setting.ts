import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

type Settings = Readonly<Record<string, unknown>>;

const settings = new WeakMap<object, Settings>();

/**
 * Adds to the configuration that Fastify's hooks find with a route. Nest's own `RouteConfig` keeps only the decorator that was applied
 * last: a limit would be lost where an endpoint has two. On a controller it holds for every handler that doesn't say otherwise.
 */
export const RouteSetting =
  (setting: Settings): MethodDecorator & ClassDecorator =>
  <Handler>(target: object, key?: string | symbol, descriptor?: TypedPropertyDescriptor<Handler>): void => {
    if (key !== undefined && descriptor !== undefined)
      apply(target, key, descriptor, (own) => ({ ...own, ...setting }));
    else applyToAll(target as ControllerClass, setting);
  };

interface ControllerClass {
  readonly prototype: object;
}

/** A class is decorated after its methods: what they have said stands. */
function applyToAll({ prototype }: ControllerClass, setting: Settings): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === 'constructor' || typeof descriptor.value !== 'function') continue;
    apply(prototype, name, descriptor, (own) => ({ ...setting, ...own }));
  }
}

function apply<Handler>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
  change: (own: Settings) => Settings,
): void {
  const handler = descriptor.value as object;
  const all = change(settings.get(handler) ?? {});
  settings.set(handler, all);
  RouteConfig(all)(target, key, descriptor);
}

/** What {@link RouteSetting} has said under this name of the route that a request is for; undefined where nothing. */
export function routeSetting({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>, name: string): unknown {
  const config: Settings = { ...routeOptions.config };
  return config[name];
}
