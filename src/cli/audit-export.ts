import { once } from 'node:events';
import type { Command } from 'commander';
import { type AuditLog, exportAuditLog } from '../audit/index.js';
import { commandGroup } from './localized-command.js';
import type { Voice } from './voice.js';

/** The log, opened for one call. */
export interface AuditExportBackend {
  readonly log: AuditLog;
  close(): Promise<void>;
}

/** `lianshu audit export`: prints the audit log as JSONL, for `lianshu audit verify` and whoever keeps a copy elsewhere. */
export function registerAuditExport(
  program: Command,
  voice: Voice,
  open: () => Promise<AuditExportBackend>,
): void {
  commandGroup(program, 'audit', voice.say('help.audit'))
    .command('export')
    .description(voice.say('help.audit-export'))
    .action(async () => {
      const backend = await open();
      try {
        for await (const line of exportAuditLog(backend.log)) {
          if (!process.stdout.write(line)) await once(process.stdout, 'drain');
        }
      } finally {
        await backend.close();
      }
    });
}
