/**
 * A process that co-signs at a steady rate, started by `npm run bench -- flood`: each body when its time has come, whether those before
 * are answered or not, each from an address of its own. Arguments: the server's address, the rate a second. Its parent sends it the
 * bodies; it sends back what each came to.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a co-signature came to. */
export interface SteadyAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly commitment: string | undefined;
  /** From when it was due to the whole answer. */
  readonly milliseconds: number;
}

const [address = '', rate = '50'] = process.argv.slice(2);
const perSecond = Number(rate);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(body: string, index: number): Promise<SteadyAnswer> {
  const due = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string): void => {
      const commitment = status === 201 ? (JSON.parse(text) as { commitment: string }).commitment : undefined;
      resolve({ status, commitment, milliseconds: performance.now() - due });
    };
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': `198.51.${String(100 + (index >> 8))}.${String(index & 255)}`,
    };
    const asked = request(
      `${address}/api/v1/cases/9001/co-signatures`,
      { method: 'POST', agent, headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          done(answer.statusCode ?? 0, Buffer.concat(chunks).toString());
        });
      },
    );
    asked.on('error', () => {
      done(0, '');
    });
    asked.end(body);
  });
}

process.once('message', (bodies: readonly string[]) => {
  void (async () => {
    const began = performance.now();
    const answers: Promise<SteadyAnswer>[] = [];
    for (const [index, body] of bodies.entries()) {
      const wait = (index / perSecond) * 1000 - (performance.now() - began);
      if (wait > 0) await pause(wait);
      answers.push(send(body, index));
    }
    process.send?.(await Promise.all(answers), () => process.exit());
  })();
});
