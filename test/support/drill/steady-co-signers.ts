import { setTimeout as pause } from 'node:timers/promises';
import type { TestApplication } from '../application/application.js';
import { citizens, coSignatureBody } from '../application/co-signers.js';

/** What co-signers who come one after the other have seen. */
export class SteadyCoSigners {
  /** How often each answer was given: `201`, `503 outcome-unknown`, … */
  readonly answers: Record<string, number> = {};
  /** The commitment that each person was told in the end. */
  readonly acknowledged: string[] = [];
  /** Milliseconds of the slowest answer. */
  slowest = 0;

  private constructor(
    private readonly application: TestApplication,
    private readonly bodies: readonly string[],
  ) {}

  /** So many people, each with a challenge that is good for ten minutes. */
  static async of(application: TestApplication, count: number, purpose = 'drill'): Promise<SteadyCoSigners> {
    const bodies: string[] = [];
    for (const attempt of citizens(count, purpose))
      bodies.push(JSON.stringify(await coSignatureBody(application, '9001', attempt)));
    return new SteadyCoSigners(application, bodies);
  }

  /** Has one come each `every` milliseconds. Each sends the same again each second until it is acknowledged. */
  async come(every: number): Promise<void> {
    const began = performance.now();
    await Promise.all(
      this.bodies.map(async (body, index) => {
        await pause(Math.max(0, began + index * every - performance.now()));
        for (;;) {
          const commitment = await this.send(body);
          if (commitment !== undefined) return this.acknowledged.push(commitment);
          await pause(1_000);
        }
      }),
    );
  }

  /** How many that were acknowledged the database hasn't, and how many it has twice or without anybody's knowing. */
  async held(): Promise<{ readonly lost: number; readonly more: number }> {
    const rows = await this.application.databases.owner.query<{ commitment: Buffer }[]>(
      'SELECT commitment FROM sealed_record',
    );
    const stored = new Set(rows.map(({ commitment }) => commitment.toString('hex')));
    const lost = this.acknowledged.filter((commitment) => !stored.has(commitment)).length;
    return { lost, more: rows.length - new Set(this.acknowledged).size };
  }

  private async send(body: string): Promise<string | undefined> {
    const began = performance.now();
    const answer = await fetch(`${this.application.address}/api/v1/cases/9001/co-signatures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { code, commitment } = (await answer.json()) as { code?: string; commitment?: string };
    this.slowest = Math.max(this.slowest, Math.round(performance.now() - began));
    const seen = code === undefined ? String(answer.status) : `${String(answer.status)} ${code}`;
    this.answers[seen] = (this.answers[seen] ?? 0) + 1;
    return commitment;
  }
}
