import { Presets, SingleBar } from 'cli-progress';

/** How far long work has come, on a terminal: a bar, or a running number where the end is not known. Silent elsewhere. */
export class TerminalProgress {
  private bar: SingleBar | undefined;

  constructor(
    private readonly label: string,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** `total` where it is known. */
  update(done: number, total?: number): void {
    this.bar ??= this.draw(total);
    if (total !== undefined) this.bar.setTotal(total);
    this.bar.update(done);
  }

  /** Leaves the last state standing and gives the terminal back. Calling it twice is harmless. */
  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private draw(total: number | undefined): SingleBar {
    const counter = total === undefined ? `{value} ${this.label}` : `{bar} {value}/{total} ${this.label}`;
    const bar = new SingleBar(
      // Who is interrupted gives the terminal back in `finally`; the bar's own handler would swallow the signal.
      {
        stream: this.stream,
        format: `  ${counter}  {duration_formatted}`,
        hideCursor: true,
        gracefulExit: false,
      },
      Presets.shades_classic,
    );
    bar.start(total ?? 0, 0);
    return bar;
  }
}
