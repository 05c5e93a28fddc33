import {
  AUDIT_LOG,
  type AuditLog,
  CHECKPOINT_STORE,
  type CheckpointStore,
  exportAuditLog,
} from '../../../src/audit/index.js';
import type { TestApplication } from './application.js';

/** The lines that `lianshu audit export` prints of this application's log, without their line ends. */
export async function exportedLog(application: TestApplication): Promise<string[]> {
  const log = application.get<AuditLog>(AUDIT_LOG);
  const checkpoints = application.get<CheckpointStore>(CHECKPOINT_STORE);
  const lines: string[] = [];
  for await (const line of exportAuditLog({ log, checkpoints })) lines.push(line.trimEnd());
  return lines;
}
