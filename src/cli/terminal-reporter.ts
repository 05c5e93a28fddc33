import type { CliTextKey, Language } from '../messages/index.js';
import { TerminalProgress } from './progress.js';
import { Translator } from './translator.js';

/**
 * Reports the demo's progress on a stream, in one language or in both: with a bar on a terminal, with a line at each tenth
 * elsewhere.
 */
export class TerminalReporter {
  private bar: TerminalProgress | undefined;
  private printedTenth = -1;
  private muted = false;
  readonly translators: readonly Translator[];

  constructor(
    private readonly stream: NodeJS.WriteStream,
    readonly languages: readonly Language[],
  ) {
    this.translators = languages.map((language) => new Translator(language));
  }

  step(zhTW: string, en: string): void {
    this.write(`\n■ ${this.inLanguages(zhTW, en).join('  ')}\n`);
  }

  message(zhTW: string, en: string): void {
    this.write(
      this.inLanguages(zhTW, en)
        .map((text) => `  ${text}\n`)
        .join(''),
    );
  }

  /** Prints a heading from the message catalogue. */
  heading(key: CliTextKey): void {
    this.write(`\n■ ${this.translators.map((translator) => translator.text(key)).join('  ')}\n`);
  }

  /** Prints a sentence from the message catalogue. */
  sentence(key: CliTextKey, values?: Readonly<Record<string, string | number>>): void {
    this.write(this.translators.map((translator) => `  ${translator.text(key, values)}\n`).join(''));
  }

  /** A label from the message catalogue, in every language of this reporter, on one line. */
  label(key: CliTextKey): string {
    return [...new Set(this.translators.map((translator) => translator.text(key)))].join(' ');
  }

  /** Prints a line. */
  line(text: string): void {
    this.write(`${text}\n`);
  }

  progress(done: number, total: number): void {
    if (total === 0 || this.muted) return;
    if (this.stream.isTTY) (this.bar ??= new TerminalProgress('', this.stream)).update(done, total);
    else this.printTenths(done, total);
  }

  /** Prints nothing from now on: the command was interrupted. */
  mute(): void {
    this.endBar();
    this.muted = true;
  }

  private inLanguages(zhTW: string, en: string): readonly string[] {
    return this.languages.map((language) => (language === 'en' ? en : zhTW));
  }

  private write(text: string): void {
    this.endBar();
    if (!this.muted) this.stream.write(text);
  }

  private printTenths(done: number, total: number): void {
    const tenth = Math.floor((done * 10) / total);
    if (tenth === this.printedTenth) return;
    this.printedTenth = tenth;
    this.stream.write(`  ${String(done)}/${String(total)}\n`);
  }

  private endBar(): void {
    this.bar?.end();
    this.bar = undefined;
    this.printedTenth = -1;
  }
}
