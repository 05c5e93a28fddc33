import { isNativeError } from 'node:util/types';

/** An error of the operating system as Node words it. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** The error itself where the operating system refused something, or the first such of several tried at once. */
export function systemErrorIn(error: Error): SystemError | undefined {
  if (isSystemError(error)) return error;
  if (!('errors' in error) || !Array.isArray(error.errors)) return undefined;
  return error.errors.find((each): each is SystemError => isNativeError(each) && isSystemError(each));
}

function isSystemError(error: Error): error is SystemError {
  return 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
