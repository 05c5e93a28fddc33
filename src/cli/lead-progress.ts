import type { Command } from 'commander';
import type { CardAccess } from './card-options.js';
import type { LeadCaseAnswer, ProgressAnswer } from './lead-client.js';
import { inLeadSession, type LeadOptions, type LeadSession, withLeadOptions } from './lead-session.js';
import { commandGroup } from './localized-command.js';
import { displayWidth, padded, printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options extends LeadOptions {
  readonly json?: true;
}

/**
 * `lianshu lead progress`: how many have co-signed, the share of the threshold, the days left and the count of each day. Only the lead can
 * ask for it (REG 6).
 */
export function registerLeadProgress(program: Command, translator: Translator, access: CardAccess): void {
  const command = commandGroup(program, 'lead', translator.text('help.lead'))
    .command('progress')
    .description(translator.text('help.lead-progress'));
  withLeadOptions(command, translator)
    .option('--json', translator.text('option.json'))
    .action((options: Options, used: Command) =>
      inLeadSession(options, used, access, translator, (session) => show(options, session)),
    );
}

async function show({ json }: Options, { client, translator }: LeadSession): Promise<void> {
  const [referendum, progress] = [await client.case(), await client.progress()];
  if (json === true) console.log(JSON.stringify(asJson(referendum, progress)));
  else print(referendum, progress, translator);
}

function asJson({ number, state, round }: LeadCaseAnswer, progress: ProgressAnswer): object {
  const { recordCount, threshold, shareOfThreshold, daysLeft, byDay, movedBy = [] } = progress;
  const { firstDay, lastDay } = round;
  return {
    ...{ case: number, round: round.round, state, firstDay, lastDay, daysLeft },
    ...{ recordCount, threshold, shareOfThreshold, byDay, movedBy },
  };
}

function print(
  { number, state, round }: LeadCaseAnswer,
  { recordCount, threshold, daysLeft, byDay, movedBy = [] }: ProgressAnswer,
  translator: Translator,
): void {
  const counted = (count: number): string => count.toLocaleString(translator.language);
  console.log(translator.text('lead-progress.case', { case: number, round: round.round }));
  console.log(
    translator.text('lead-progress.count', {
      count: counted(recordCount),
      threshold: counted(threshold),
      percent: percentOf(recordCount, threshold),
    }),
  );
  if (state === 'collecting') {
    const values = { days: daysLeft, last: printable(round.lastDay) };
    console.log(translator.text('lead-progress.days', values));
    for (const { day, reference } of movedBy)
      console.log(
        translator.text('lead-progress.moved', { day: printable(day), reference: printable(reference) }),
      );
  } else console.log(translator.text('lead-progress.not-collecting', { state: printable(state) }));
  if (byDay.length > 0) console.log(`\n${tableOf(byDay, counted, translator)}`);
  console.log(`\n${translator.text('lead-progress.only-you')}`);
}

/** With one decimal, rounded down: 100 % is never said before it is there. */
function percentOf(count: number, threshold: number): string {
  return (Math.floor((count * 1000) / threshold) / 10).toFixed(1);
}

/** A line for each day, the counts flush right. */
function tableOf(
  byDay: ProgressAnswer['byDay'],
  counted: (count: number) => string,
  translator: Translator,
): string {
  const rows = [
    [translator.text('lead-progress.day'), translator.text('lead-progress.co-signatures')] as const,
    ...byDay.map(({ day, count }) => [printable(day), counted(count)] as const),
  ];
  const [days, counts] = ([0, 1] as const).map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column]))),
  );
  return rows
    .map(
      ([day, count]) =>
        `${padded(day, days ?? 0)}  ${' '.repeat((counts ?? 0) - displayWidth(count))}${count}`,
    )
    .join('\n');
}
