import { type ProspectivePath } from './path-search.js';

/** Remembers paths by the identity of their parts, so that none is examined twice. */
export class ExaminedPaths {
  private readonly numbers = new Map<object, number>();
  private readonly paths = new Set<string>();

  /** Adds a path, or says that it was there. */
  add({ anchor, certificates }: ProspectivePath): boolean {
    const path = [anchor, ...certificates].map((part) => this.numberOf(part)).join(' ');
    if (this.paths.has(path)) return false;
    this.paths.add(path);
    return true;
  }

  private numberOf(part: object): number {
    const number = this.numbers.get(part) ?? this.numbers.size;
    this.numbers.set(part, number);
    return number;
  }
}
