/**
 * The `code` of an error of Node's or of a driver's, whatever it is; undefined where there is none. Works also for errors of another
 * JavaScript realm, where `instanceof` fails.
 */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
