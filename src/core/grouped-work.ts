/** How many items may be worked on together, and how many groups at a time. */
export interface GroupBounds {
  /** Worked on together, at most. */
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
 * Works in groups: what arrives while a group is under way waits, and goes together in the next. So a lone item is done at once, and the
 * more arrive, the less of what a group costs as a whole falls on each: a statement and a flush of the database, or a message to another
 * thread. An item is answered when its own group is done, with its own outcome; if the group fails, all of it does.
 */
export class GroupedWork<Item, Outcome> {
  private readonly waiting: Waiting<Item, Outcome>[] = [];
  private underWay = 0;

  /** `work` answers the outcomes in the items' order. */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly bounds: GroupBounds,
  ) {}

  /** Resolves with the item's outcome once its group is done; rejects as its group does. */
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
      void this.workOn(this.waiting.splice(0, this.bounds.group));
    }
  }

  private async workOn(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.work(group.map(({ item }) => item));
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
