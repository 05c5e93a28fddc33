import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openSealed, parseSignedDocument } from '../core/cms/index.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { type OpenedFile, presentFile, type PresentationOptions } from './signed-file.js';
import type { Translator } from './translator.js';

interface Options extends PresentationOptions {
  readonly key: string;
  readonly certificate: string;
}

/** `lianshu roster open`: opens a file of the roster as MOI does. Writes national ID numbers only with `--clear`. */
export function registerRosterOpen(program: Command, translator: Translator): void {
  commandGroup(program, 'roster', translator.text('help.roster'))
    .command('open')
    .description(translator.text('help.roster-open'))
    .argument('<part>', translator.text('argument.roster-part'))
    .requiredOption('--key <file>', translator.text('option.ministry-key'))
    .requiredOption('--certificate <file>', translator.text('option.ministry-certificate'))
    .option('--commission <file>', translator.text('option.commission'))
    .option('--clear', translator.text('option.clear-out'))
    .option('--out <file>', translator.text('option.clear-file'))
    .option('--json', translator.text('option.json'))
    .action((part: string, options: Options, command: Command) =>
      presentFile(() => open(part, options), options, command, translator),
    );
}

async function open(part: string, { key, certificate, commission }: Options): Promise<Result<OpenedFile>> {
  const recipient = await certificateIn(certificate);
  const content = openSealed(await readFile(part), recipient.raw, await privateKeyIn(key));
  if (!content.ok) return content;
  const signed = parseSignedDocument(content.value);
  if (!signed.ok) return signed;
  const signer = new X509Certificate(signed.value.signer.der);
  const expected = commission === undefined ? signer : await certificateIn(commission);
  if (!equalOctets(expected.raw, signer.raw)) return fail('roster-signed-by-another');
  return ok({ content: signed.value.content, signer, signedAt: signed.value.signedAt });
}
