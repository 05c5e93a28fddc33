import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SeededRandom } from '../../../src/devkit/index.js';
import { BenchServer } from '../bench/bench-server.js';
import { type IntakeScene, intakeScene } from '../bench/intake-scene.js';
import { type AnswerReport, KeptAnswers } from './kept-answers.js';

/** What is killed with SIGKILL: the server, or PostgreSQL (one of its processes, so that all of it ends at once and recovers from its log). */
export type Victim = 'server' | 'postgres';

/** Co-signatures sent in one round. */
const perRound = 60;

/**
 * In each round some people co-sign, and in the middle of it the server or PostgreSQL is killed. Whoever got no answer sends the same once more
 * when all is back. In the end the database is held against every answer that was given.
 */
export async function killRounds(
  rounds: number,
  victims: readonly Victim[],
  said: (line: string) => void = () => undefined,
): Promise<AnswerReport> {
  const scene = await intakeScene(rounds * perRound);
  const victim = new VictimServer(scene);
  const answers = new KeptAnswers(() => victim.running());
  const random = new SeededRandom('kills');
  try {
    for (let round = 0; round < rounds; round += 1) {
      const next = victims[round % victims.length] ?? 'server';
      await victim.running();
      const killing = pause(20 + random.below(120)).then(() => victim.kill(next));
      const people = scene.requests.slice(round * perRound, (round + 1) * perRound);
      const unanswered = await answers.send(people.map(({ body }) => body));
      await killing;
      await answers.sendAgain(unanswered);
      said(
        `${String(round + 1)} of ${String(rounds)}: ${next} killed, ${String(unanswered.length)} sent again`,
      );
    }
    return await answers.report(scene.postgres.url);
  } finally {
    await victim.end();
    await scene.remove();
  }
}

/** A server over a scene, started anew whenever it is not there. */
class VictimServer {
  private server: BenchServer | undefined;

  constructor(private readonly scene: IntakeScene) {}

  async running(): Promise<BenchServer> {
    const { postgres, home, at } = this.scene;
    return (this.server ??= await BenchServer.start('intake-server', [postgres.url, home, at.toISOString()]));
  }

  async kill(victim: Victim): Promise<void> {
    if (victim === 'postgres') {
      process.kill(this.backend(), 'SIGKILL');
      return;
    }
    await this.server?.kill();
    this.server = undefined;
  }

  async end(): Promise<void> {
    await this.server?.stop();
  }

  /** One of PostgreSQL's own processes, the youngest: usually a connection of the server's. */
  private backend(): number {
    const [postmaster = ''] = readFileSync(`${this.scene.data}/postmaster.pid`, 'utf8').split('\n');
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    const youngest = children.split(' ').filter(Boolean).map(Number).at(-1);
    if (youngest === undefined) throw new Error('PostgreSQL has no process');
    return youngest;
  }
}
