/**
 * A process that floods a server, started by `npm run bench -- flood`: requests of 65 KB to one route from one address at a fixed rate,
 * whatever the answers, and 100 MB to each route, one after the other. Arguments: the server's address, the routes as JSON, and the
 * seconds in which all routes get theirs. Sends its parent the counts of what came back, once it is told to end.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A route as it is flooded. */
export interface FloodedRoute {
  readonly method: string;
  readonly path: string;
  readonly mediaType: string;
}

/** What a flood came to. */
export interface FloodCounts {
  readonly sent: number;
  /** Answers by status; `none` for a connection that ended without one. */
  readonly answers: Readonly<Record<string, number>>;
  /** Bodies of 100 MB that were begun. */
  readonly large: number;
  /** Octets of them that the server let in. */
  readonly largeOctets: number;
}

const perSecond = 500;
const small = Buffer.alloc(65_000, 0x61);
const largeLength = 100_000_000;
const chunk = Buffer.alloc(65_536, 0x61);
const from = '203.0.113.66';

const [address = '', routesText = '[]', seconds = '20'] = process.argv.slice(2);
const routes = JSON.parse(routesText) as FloodedRoute[];
const target = routes.find(({ path }) => path.endsWith('/co-signatures'))?.path ?? '';
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const answers: Record<string, number> = {};
let sent = 0;
let large = 0;
let largeOctets = 0;
const ending = new AbortController();

const count = (status: number | 'none'): void => {
  answers[status] = (answers[status] ?? 0) + 1;
};

function sendSmall(): void {
  sent += 1;
  const headers = {
    'content-type': 'application/json',
    'content-length': small.length,
    'x-forwarded-for': from,
  };
  const asked = request(`${address}${target}`, { method: 'POST', agent, headers }, (answer) => {
    count(answer.statusCode ?? 'none');
    answer.resume();
  });
  asked.on('error', () => {
    count('none');
  });
  asked.end(small);
}

/** Sends as much of 100 MB as the server lets in. */
function sendLarge({ method, path, mediaType }: FloodedRoute): Promise<void> {
  large += 1;
  return new Promise((resolve) => {
    const headers = { 'content-type': mediaType, 'content-length': largeLength, 'x-forwarded-for': from };
    const asked = request(`${address}${path}`, { method, headers, agent: false }, (answer) =>
      answer.resume(),
    );
    let left = largeLength;
    const write = (): void => {
      while (left > 0 && !asked.destroyed) {
        left -= chunk.length;
        largeOctets += chunk.length;
        if (!asked.write(chunk.subarray(0, Math.min(chunk.length, left + chunk.length)))) return;
      }
    };
    asked.on('drain', write).on('error', () => undefined);
    asked.on('close', () => {
      resolve();
    });
    write();
  });
}

/** 100 MB to each route, spread evenly over the time. */
async function floodWithLarge(): Promise<void> {
  for (const route of routes) {
    await Promise.all([sendLarge(route), pause((1000 * Number(seconds)) / routes.length)]);
    if (ending.signal.aborted) return;
  }
}

process.on('message', () => {
  ending.abort();
  const counts: FloodCounts = { sent, answers, large, largeOctets };
  process.send?.(counts, () => process.exit());
});

const began = performance.now();
void floodWithLarge();
while (!ending.signal.aborted) {
  const due = ((performance.now() - began) / 1000) * perSecond;
  while (sent < due) sendSmall();
  await pause(5);
}
