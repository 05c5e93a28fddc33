/**
 * Checks the records of a bench in a process of its own, as `lianshu worker` would. Arguments: how many records, and with how many threads. It sends
 * a first message once its threads are loaded, begins with the first that it is sent, and answers with how many it has checked in a second.
 */
import { checkedRecords, CheckScene } from './check-scene.js';

// It does not outlive a bench that failed.
process.once('disconnect', () => process.exit());
const [records = '', threads = ''] = process.argv.slice(2);
const made = await checkedRecords(Number(records));
const scene = await CheckScene.begin(made, Number(threads));

async function check(): Promise<void> {
  const began = performance.now();
  await scene.checkOthers();
  const perSecond = (1000 * scene.left) / (performance.now() - began);
  await scene.finish();
  const holds = await scene.comesToItsNumbers();
  await scene.end();
  process.send?.(holds ? perSecond : 0, () => process.exit());
}

process.once('message', () => void check());
process.send?.('ready');
