import { hipkiPort } from './card.js';
import { fromHere } from './demo-report.js';
import type { TerminalReporter } from './terminal-reporter.js';

/** What a person needs to play in the demo, as far as the command prints it. */
export interface ReportedPlay {
  readonly collecting: string;
  readonly cardProgram: string;
  readonly pin: string;
  readonly coSigners: readonly { readonly nationalId: string; readonly card: string }[];
  readonly leads: readonly { readonly number: string; readonly accessCode: string; readonly card: string }[];
  readonly staff: readonly string[];
  readonly receipt: string | undefined;
}

/** Prints whom a person can be now, where, and with which card: it fits on one screen. */
export function printPlay(play: ReportedPlay, address: string, reporter: TerminalReporter): void {
  const { collecting, cardProgram, pin, coSigners, leads, staff, receipt } = play;
  const isEnglish = reporter.languages.every((language) => language === 'en');
  const page = (path: string): string => `  ${address}${isEnglish ? '/en' : ''}${path}`;
  reporter.heading('demo.be-co-signer');
  reporter.line(page(`/cases/${collecting}`));
  if (new URL(cardProgram).port !== String(hipkiPort))
    reporter.sentence('demo.card-port-in-use', { port: hipkiPort, address: cardProgram });
  reporter.sentence('demo.choose-card', { pin });
  for (const { nationalId, card } of coSigners) reporter.line(`    ${nationalId}  ${card}`);
  reporter.heading('demo.be-lead');
  reporter.line(page('/lead'));
  for (const { number, accessCode, card } of leads)
    reporter.sentence('demo.lead', { number, code: accessCode, card });
  reporter.heading('demo.be-staff');
  reporter.line(page('/staff'));
  reporter.sentence('demo.choose-staff-card');
  for (const card of staff) reporter.line(`    ${card}`);
  if (receipt === undefined) return;
  reporter.heading('demo.check-receipt');
  reporter.line(page('/receipt'));
  reporter.sentence('demo.receipt-file', { file: fromHere(receipt) });
}
