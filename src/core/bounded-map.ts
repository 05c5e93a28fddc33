/**
 * A Map that remembers only so much: what was set longest ago is forgotten first. Who wants the least used forgotten sets an entry
 * again when it is used.
 */
export class BoundedMap<Key, Value extends object | string | number | bigint | boolean | symbol> {
  private readonly entries = new Map<Key, Value>();
  private weight = 0;

  /** `maximum` is how many values are held or, with `weigh`, how much all of them may weigh together. A value's weight never changes. */
  constructor(
    private readonly maximum: number,
    private readonly weigh: (value: Value) => number = () => 1,
  ) {}

  /** How many values there are. */
  get size(): number {
    return this.entries.size;
  }

  /** The value under a key, if it is still there. */
  get(key: Key): Value | undefined {
    return this.entries.get(key);
  }

  /** All values, from the oldest to the newest. */
  values(): IterableIterator<Value> {
    return this.entries.values();
  }

  /** Puts a value under a key, as the newest, in place of any before; forgets the oldest until the rest is within the maximum. */
  set(key: Key, value: Value): void {
    this.delete(key);
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.maximum) return;
      this.delete(oldest);
    }
  }

  /** Forgets a key. */
  delete(key: Key): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.entries.delete(key);
    this.weight -= this.weigh(value);
  }
}
