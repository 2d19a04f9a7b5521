/** Many may pass together, or one alone: while it is inside nobody else of this process is. */
export class AloneGate {
  private inside = 0;
  private alone: Promise<void> | null = null;
  private whenEmpty: (() => void) | null = null;

  async together<T>(work: () => Promise<T>): Promise<T> {
    while (this.alone !== null) await this.alone;
    this.inside += 1;
    try {
      return await work();
    } finally {
      this.inside -= 1;
      if (this.inside === 0) this.whenEmpty?.();
    }
  }

  async byItself<T>(work: () => Promise<T>): Promise<T> {
    while (this.alone !== null) await this.alone;
    let open: () => void = () => {};
    this.alone = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (this.inside > 0)
        await new Promise<void>((resolve) => {
          this.whenEmpty = resolve;
        });
      return await work();
    } finally {
      this.whenEmpty = null;
      this.alone = null;
      open();
    }
  }
}
