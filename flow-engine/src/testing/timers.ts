/** Timers of a conversation in memory, at most one of a purpose for each wait. */

export interface Timer {
  sessionId: string;
  waitId: string;
  purpose: "timeout" | "wake" | "expiry";
  dueAt: number;
}

export class Timers {
  private all: Timer[] = [];

  set(timer: Timer): void {
    const { waitId, purpose } = timer;
    this.all = this.all.filter((other) => other.waitId !== waitId || other.purpose !== purpose);
    this.all.push(timer);
  }

  cancel(waitId: string): void {
    this.all = this.all.filter((timer) => timer.waitId !== waitId);
  }

  clear(): void {
    this.all = [];
  }

  /** Takes out the first one due by a moment; undefined when none is. */
  takeDue(until: number): Timer | undefined {
    const [due] = this.all.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt);
    this.all = this.all.filter((timer) => timer !== due);
    return due;
  }
}
