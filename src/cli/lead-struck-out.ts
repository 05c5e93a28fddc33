import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openForCard } from '../core/cms/index.js';
import { ok, type Result } from '../core/result.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { decryptWith, type KeyCardFiles } from './key-card.js';
import { commandGroup } from './localized-command.js';
import { type OpenedFile, presentFile, type PresentationOptions } from './signed-file.js';
import type { Translator } from './translator.js';

interface Options extends PresentationOptions, Pick<KeyCardFiles, 'encryptionCertificate' | 'encryptionKey'> {
  readonly commission: string;
}

/**
 * `lianshu lead struck-out`: opens the struck-out list with the lead's card and verifies that the commission signed it. Writes national ID
 * numbers only with `--clear`.
 */
export function registerLeadStruckOut(program: Command, translator: Translator): void {
  commandGroup(program, 'lead', translator.text('help.lead'))
    .command('struck-out')
    .description(translator.text('help.lead-struck-out'))
    .argument('<list>', translator.text('argument.struck-out'))
    .requiredOption('--encryption-certificate <file>', translator.text('option.encryption-certificate'))
    .requiredOption('--encryption-key <file>', translator.text('option.encryption-key'))
    .requiredOption('--commission <file>', translator.text('option.commission'))
    .option('--clear', translator.text('option.clear-out'))
    .option('--out <file>', translator.text('option.clear-file'))
    .option('--json', translator.text('option.json'))
    .action((list: string, options: Options, command: Command) =>
      presentFile(() => open(list, options), options, command, translator),
    );
}

async function open(list: string, options: Options): Promise<Result<OpenedFile>> {
  const commission = await certificateIn(options.commission);
  const certificate = (await certificateIn(options.encryptionCertificate)).raw;
  const key = await privateKeyIn(options.encryptionKey);
  const card = { decrypt: (envelope: Uint8Array) => decryptWith(envelope, certificate, key) };
  const opened = await openForCard(await readFile(list), card, commission.raw);
  if (!opened.ok) return opened;
  const { content, signer, signedAt } = opened.value;
  return ok({ content, signer: new X509Certificate(signer.der), signedAt });
}
