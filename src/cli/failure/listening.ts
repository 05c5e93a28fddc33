import type { Failure } from '../../core/result.js';
import type { CliFailureCode } from '../../messages/index.js';
import { systemErrorIn } from './system-error.js';

/** A server that can't listen where it should. */
export function listeningMistake(error: Error): Failure<CliFailureCode> | undefined {
  const refused = systemErrorIn(error);
  if (refused?.syscall !== 'listen') return undefined;
  const port = refused.port ?? 0;
  if (refused.code === 'EADDRINUSE') return { code: 'port-in-use', values: { port } };
  if (refused.code === 'EACCES') return { code: 'port-not-allowed', values: { port } };
  return refused.code === 'EADDRNOTAVAIL' ? { code: 'address-not-here' } : undefined;
}
