// Counts named checks: each passes or fails by itself, and none stops the others.
export class Counter {
  passed = 0;
  failed = 0;
  #suite = '';

  /** Runs a suite of checks under a name; a suite that breaks off counts as one failure. */
  async suite(name, run) {
    this.#suite = name;
    const started = performance.now();
    const before = this.passed + this.failed;
    try {
      await run(this);
      if (this.passed + this.failed === before) throw new Error('nothing was checked');
    } catch (error) {
      this.#fail('as a whole', error);
    }
    console.log(`${name}: ${this.passed + this.failed - before} checks in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }

  async check(name, run) {
    try {
      await run();
      this.passed++;
    } catch (error) {
      this.#fail(name, error);
    }
  }

  #fail(name, error) {
    this.failed++;
    console.log(`FAILED ${this.#suite}: ${name}\n  ${String(error?.stack ?? error).replaceAll('\n', '\n  ')}`);
  }
}
