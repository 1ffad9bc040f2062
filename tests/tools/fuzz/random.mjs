// A seeded source of chance (mulberry32): the same seed gives the same run, everywhere.
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(items) {
    return items[Math.floor(this.next() * items.length)];
  }

  /** One of the functions given, by weight, called: `[[3, () => ...], [1, () => ...]]`. */
  choose(weighted) {
    let rest = this.next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, run] of weighted) {
      rest -= weight;
      if (rest < 0) return run();
    }
    return weighted.at(-1)[1]();
  }
}
