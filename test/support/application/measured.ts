import { cpuSteps, delaySteps, memorySteps } from '../../../src/http/metrics/process-load.js';
import { answerSteps } from '../../../src/http/metrics/recent-answers.js';
import { MetricsServer } from '../../../src/http/metrics/metrics-server.js';
import type { TestApplication } from './application.js';

/** For the configuration of an application whose measurements a test asks for. */
export const measured = { metrics: { host: '127.0.0.1', port: 0 } } as const;

/** What the metrics port answers. */
export function askMetrics(application: TestApplication, path: string): Promise<Response> {
  return fetch(`${application.get(MetricsServer).address ?? ''}${path}`);
}

/** The text of `/metrics`. */
export async function measurements(application: TestApplication): Promise<string> {
  return (await askMetrics(application, '/metrics')).text();
}

/** What may move with load, and the steps that are all it can ever say. */
const moving: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^lianshu_cpu_cores /, cpuSteps],
  [/^lianshu_memory_bytes /, memorySteps],
  [/^lianshu_event_loop_delay_seconds /, delaySteps],
  [/^lianshu_http_recent_seconds\{/, answerSteps],
];

/** The lines in which two texts differ, but for a value that went from one step of its own to another. */
export function grown(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line) && !isStep(line));
}

function isStep(line: string): boolean {
  const value = Number(line.slice(line.lastIndexOf(' ')));
  return moving.some(([pattern, steps]) => pattern.test(line) && steps.includes(value));
}
