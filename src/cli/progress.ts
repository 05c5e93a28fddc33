import { Presets, SingleBar } from 'cli-progress';

/** Shows the progress of long work on a terminal: a bar, or a counter if the total is not known. Prints nothing elsewhere. */
export class TerminalProgress {
  private bar: SingleBar | undefined;

  constructor(
    private readonly label: string,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** Shows `done`, of `total` if it is known. */
  update(done: number, total?: number): void {
    this.bar ??= this.draw(total);
    if (total !== undefined) this.bar.setTotal(total);
    this.bar.update(done);
  }

  /** Ends the display and leaves its last state on the terminal. A second call has no effect. */
  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private draw(total: number | undefined): SingleBar {
    const counter = total === undefined ? `{value} ${this.label}` : `{bar} {value}/{total} ${this.label}`;
    const bar = new SingleBar(
      // These settings change nothing on the terminal that must be restored. The bar's own signal handler would suppress the signal.
      {
        stream: this.stream,
        format: `  ${counter}  {duration_formatted}`,
        hideCursor: false,
        linewrap: true,
        gracefulExit: false,
      },
      Presets.shades_classic,
    );
    bar.start(total ?? 0, 0);
    return bar;
  }
}
