/**
 * The application as `lianshu serve` starts it, over a scene of `npm run bench -- intake`. Arguments: the database's URL, the home folder,
 * the time at which it stands still, how many processes there are, and, if wanted, the file that its processor profile is written to.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { startApplication } from '../../../src/application.js';
import { ManualClock } from '../../../src/devkit/index.js';
import { origin } from '../application/application.js';
import { answerUsage } from './usage.js';

const [databaseUrl = '', home = '', at = '', processes = '1', profile = ''] = process.argv.slice(2);
const { address, stop } = await startApplication(
  {
    databaseUrl,
    home,
    archive: `${home}/archive`,
    host: '127.0.0.1',
    port: 0,
    origin,
    logLevel: 'error',
    rateLimits: false,
    trustedProxies: 0,
    sealingThread: processes === '1',
  },
  new ManualClock(new Date(at)),
);
const session = new Session();
if (profile !== '') {
  session.connect();
  await session.post('Profiler.enable');
  // The first question for what has been used comes with the first block: what is measured is profiled, not what warms up.
  process.once('message', () => void session.post('Profiler.start'));
}

async function end(): Promise<void> {
  if (profile !== '') writeFileSync(profile, JSON.stringify((await session.post('Profiler.stop')).profile));
  await stop();
  process.exit();
}

process.once('SIGTERM', () => void end());
answerUsage(address);
