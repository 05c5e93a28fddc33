import { type SingleBar, Presets, SingleBar as Bar } from 'cli-progress';

/** Tells a story on a stream: a progress bar on a terminal, a line at each tenth elsewhere. */
export class TerminalNarrator {
  private bar: SingleBar | undefined;
  private told = -1;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  chapter(zhTW: string, en: string): void {
    this.endBar();
    this.stream.write(`\n■ ${zhTW}  ${en}\n`);
  }

  say(zhTW: string, en: string): void {
    this.endBar();
    this.stream.write(`  ${zhTW}\n  ${en}\n`);
  }

  progress(done: number, total: number): void {
    if (total === 0) return;
    if (this.stream.isTTY) this.drawBar(done, total);
    else this.tellTenths(done, total);
    if (done >= total) this.endBar();
  }

  private drawBar(done: number, total: number): void {
    if (this.bar === undefined) {
      this.bar = new Bar(
        { stream: this.stream, format: '  {bar} {value}/{total}  {duration_formatted}', hideCursor: true },
        Presets.shades_classic,
      );
      this.bar.start(total, done);
    }
    this.bar.update(done);
  }

  private tellTenths(done: number, total: number): void {
    const tenth = Math.floor((done * 10) / total);
    if (tenth === this.told) return;
    this.told = tenth;
    this.stream.write(`  ${String(done)}/${String(total)}\n`);
  }

  private endBar(): void {
    this.bar?.stop();
    this.bar = undefined;
    this.told = -1;
  }
}
