import type { CliTextKey, Language } from '../messages/index.js';
import { TerminalProgress } from './progress.js';
import { Voice } from './voice.js';

/** Tells a story on a stream, in one language or in both: a progress bar on a terminal, a line at each tenth elsewhere. */
export class TerminalNarrator {
  private bar: TerminalProgress | undefined;
  private told = -1;
  private silent = false;
  readonly voices: readonly Voice[];

  constructor(
    private readonly stream: NodeJS.WriteStream,
    readonly languages: readonly Language[],
  ) {
    this.voices = languages.map((language) => new Voice(language));
  }

  chapter(zhTW: string, en: string): void {
    this.write(`\n■ ${this.inLanguages(zhTW, en).join('  ')}\n`);
  }

  say(zhTW: string, en: string): void {
    this.write(
      this.inLanguages(zhTW, en)
        .map((text) => `  ${text}\n`)
        .join(''),
    );
  }

  /** A chapter of the command line's own. */
  heading(key: CliTextKey): void {
    this.write(`\n■ ${this.voices.map((voice) => voice.say(key)).join('  ')}\n`);
  }

  /** A sentence of the command line's own. */
  tell(key: CliTextKey, values?: Readonly<Record<string, string | number>>): void {
    this.write(this.voices.map((voice) => `  ${voice.say(key, values)}\n`).join(''));
  }

  /** A label, in both languages on one line. */
  label(key: CliTextKey): string {
    return [...new Set(this.voices.map((voice) => voice.say(key)))].join(' ');
  }

  /** A line as it is. */
  line(text: string): void {
    this.write(`${text}\n`);
  }

  progress(done: number, total: number): void {
    if (total === 0 || this.silent) return;
    if (this.stream.isTTY) (this.bar ??= new TerminalProgress('', this.stream)).update(done, total);
    else this.tellTenths(done, total);
  }

  /** Says nothing more: what ends under way has no story left to tell. */
  fallSilent(): void {
    this.endBar();
    this.silent = true;
  }

  private inLanguages(zhTW: string, en: string): readonly string[] {
    return this.languages.map((language) => (language === 'en' ? en : zhTW));
  }

  private write(text: string): void {
    this.endBar();
    if (!this.silent) this.stream.write(text);
  }

  private tellTenths(done: number, total: number): void {
    const tenth = Math.floor((done * 10) / total);
    if (tenth === this.told) return;
    this.told = tenth;
    this.stream.write(`  ${String(done)}/${String(total)}\n`);
  }

  private endBar(): void {
    this.bar?.end();
    this.bar = undefined;
    this.told = -1;
  }
}
