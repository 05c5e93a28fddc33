import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseCaseNumber } from '../core/case-number.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { parseJson } from '../core/json.js';
import { renderRemedyStatement } from '../core/statement/index.js';
import { AnnouncedCard } from './announced-card.js';
import { type CardAccess, cardFrom, type CardOptions, requireCard, withCardOptions } from './card-options.js';
import { OperatorError } from './failure.js';
import { interruptible } from './interruption.js';
import { inJson } from './lead-client.js';
import { addressOf } from './lead-session.js';
import { commandGroup } from './localized-command.js';
import { ServerConnection } from './server-connection.js';
import type { Translator } from './translator.js';

interface Options extends CardOptions {
  readonly server: URL;
  readonly origin?: URL;
  readonly case: string;
  readonly account: string;
  readonly receipt?: string;
}

/** `lianshu misuse report`: the holder of a card reports that somebody else co-signed with it (冒用), signed with the card. */
export function registerMisuseReport(program: Command, translator: Translator, access: CardAccess): void {
  const address = (text: string): URL => addressOf(text, translator);
  const command = commandGroup(program, 'misuse', translator.text('help.misuse'))
    .command('report')
    .description(translator.text('help.misuse-report'))
    .requiredOption('--server <url>', translator.text('option.server'), address)
    .option('--origin <url>', translator.text('option.origin'), address)
    .requiredOption('--case <number>', translator.text('option.case'))
    .requiredOption('--account <file>', translator.text('option.account'))
    .option('--receipt <file>', translator.text('option.receipt'));
  withCardOptions(command, translator).action((options: Options, used: Command) => {
    requireCard(options, used, translator);
    return interruptible((signal) => report(options, access, translator, signal));
  });
}

async function report(
  options: Options,
  access: CardAccess,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  const { server } = options;
  const caseNumber = caseNumberOf(options.case);
  const receipt = options.receipt === undefined ? undefined : await receiptIn(options.receipt);
  // What is signed is one paragraph.
  const account = (await readFile(options.account, 'utf8')).replace(/\s+/g, ' ').trim().normalize('NFC');
  const card = new AnnouncedCard(await cardFrom(options, access, translator, signal), translator);
  const connection = new ServerConnection({ server: server.origin, language: translator.language, signal });
  const of = `cases/${caseNumber}`;
  const { challenge } = await connection.post<{ challenge: string }>(`${of}/remedies/challenges`, {
    kind: 'misuse',
  });
  const origin = (options.origin ?? server).origin;
  const commitment = receipt?.commitment;
  const fields = { kind: 'misuse', caseNumber, commitment, account, origin, challenge } as const;
  const signature = await card.sign(renderRemedyStatement(fields), 'cms-attached');
  const shown = receipt === undefined ? {} : { receipt: receipt.jws };
  await connection.send(`${of}/misuse-reports`, {
    account,
    challenge,
    signature: inJson({ ...signature }),
    ...shown,
  });
  console.log(translator.text('misuse.taken', { case: caseNumber }));
}

function caseNumberOf(text: string): CaseNumber {
  const number = parseCaseNumber(text);
  if (!number.ok) throw new OperatorError('case-number-unusable', { case: text.slice(0, 20) });
  return number.value;
}

/** The receipt in a file, and the commitment that it names. The server verifies it. */
async function receiptIn(file: string): Promise<{ readonly jws: string; readonly commitment: Commitment }> {
  const [jws = ''] = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(await readFile(file, 'utf8')) ?? [];
  const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url');
  const hex = parseJson(payload, { size: 4096, depth: 8 }, (json) =>
    json.member('commitment').text(/^[0-9a-f]{64}$/),
  );
  if (!hex.ok) throw new OperatorError('receipt-unreadable', { file });
  return { jws, commitment: new Uint8Array(Buffer.from(hex.value, 'hex')) as Commitment };
}
