import { once } from 'node:events';
import type { Command } from 'commander';
import { exportAuditLog, type ExportedStores } from '../audit/index.js';
import { commandGroup } from './localized-command.js';
import type { Translator } from './translator.js';

/** The audit log with its checkpoints, opened for one command. */
export interface AuditExportBackend extends ExportedStores {
  close(): Promise<void>;
}

/** `lianshu audit export`: prints the audit log as JSONL, as a copy to keep elsewhere and for `lianshu audit verify`. */
export function registerAuditExport(
  program: Command,
  translator: Translator,
  open: () => Promise<AuditExportBackend>,
): void {
  commandGroup(program, 'audit', translator.text('help.audit'))
    .command('export')
    .description(translator.text('help.audit-export'))
    .action(async () => {
      const backend = await open();
      try {
        for await (const line of exportAuditLog(backend)) {
          if (!process.stdout.write(line)) await once(process.stdout, 'drain');
        }
      } finally {
        await backend.close();
      }
    });
}
