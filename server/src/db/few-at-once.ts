/** Lets a few pieces of work run at once, in the order they came; one that takes long no longer counts, so that it holds nobody up. */

export interface FewAtOnceOptions {
  /** How many run at once, from 1. */
  limit: number;
  /** From then on, in milliseconds, a piece of work makes room for another. */
  patienceMs: number;
}

export class FewAtOnce {
  private counted = 0;
  private readonly waiting: ((leave: () => void) => void)[] = [];

  constructor(private readonly options: FewAtOnceOptions) {}

  /** @param begin called as soon as there is room, at once when there is; it is given what to call when the work is over, once */
  enter(begin: (leave: () => void) => void): void {
    if (this.counted < this.options.limit) this.start(begin);
    else this.waiting.push(begin);
  }

  private start(begin: (leave: () => void) => void): void {
    this.counted += 1;
    let counts = true;
    const makeRoom = () => {
      if (!counts) return;
      counts = false;
      clearTimeout(patience);
      this.counted -= 1;
      const next = this.waiting.shift();
      if (next) this.start(next);
    };
    const patience = setTimeout(makeRoom, this.options.patienceMs).unref();
    begin(makeRoom);
  }
}
