import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { defaultLanguage, type MessageCode, statusOf } from '../../messages/index.js';
import { problemDocument } from '../problem/index.js';

const codes = new Map<string, MessageCode>([
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request-timeout'],
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
]);

/** Answers bytes that never became a request (so no header says in which language), and hangs up. */
export function answerBrokenConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(responseFor(codes.get(error.code ?? '') ?? 'request-malformed'));
  socket.destroy();
}

function responseFor(code: MessageCode): string {
  const body = JSON.stringify(problemDocument({ code }, defaultLanguage));
  const status = statusOf(code);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Language: ${defaultLanguage}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
