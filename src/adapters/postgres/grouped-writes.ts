/** How many may be written together, and how many may wait. */
export interface GroupBounds {
  /** Written together, at most. */
  readonly group: number;
  /** Groups under way at the same time, at most. */
  readonly underWay: number;
}

/** One that waits for its outcome. */
interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes in groups: what arrives while a group is under way waits, and goes together in the next. So a lone item is written at once, and
 * the more arrive, the fewer writes each takes. An item is answered when its own group is written, with its own outcome; if the group fails,
 * all of it does.
 */
export class GroupedWrites<Item, Outcome> {
  private readonly waiting: Waiting<Item, Outcome>[] = [];
  private underWay = 0;

  /** `write` answers the outcomes in the items' order. */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly bounds: GroupBounds,
  ) {}

  /** Resolves with the item's outcome once it is written; rejects as its group does. */
  add(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // Whatever arrives in the same turn of the event loop goes with it.
      if (this.waiting.length === 1) setImmediate(() => this.begin());
    });
  }

  private begin(): void {
    while (this.waiting.length > 0 && this.underWay < this.bounds.underWay) {
      this.underWay += 1;
      void this.writeGroup(this.waiting.splice(0, this.bounds.group));
    }
  }

  private async writeGroup(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.write(group.map(({ item }) => item));
      if (outcomes.length !== group.length) throw new Error('an item without an outcome');
      // `outcomes` is as long as `group`.
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Outcome);
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.underWay -= 1;
      this.begin();
    }
  }
}
