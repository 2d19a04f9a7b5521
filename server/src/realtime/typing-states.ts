/** Who is shown as typing: each state ends by itself, so that no indicator ever sticks. */

/** WhatsApp's own indicator ends after 25 s. */
const TYPING_MS = 25_000;

export interface TypingState {
  workspaceId: string;
  contactId: string;
  on: boolean;
}

export class TypingStates {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly tell: (state: TypingState) => void,
    private readonly lengthMs = TYPING_MS,
  ) {}

  start(workspaceId: string, contactId: string): void {
    const key = `${workspaceId}:${contactId}`;
    const running = this.timers.get(key);
    if (running) clearTimeout(running);
    else this.tell({ workspaceId, contactId, on: true });
    const timer = setTimeout(() => this.stop(workspaceId, contactId), this.lengthMs);
    timer.unref();
    this.timers.set(key, timer);
  }

  stop(workspaceId: string, contactId: string): void {
    const key = `${workspaceId}:${contactId}`;
    const running = this.timers.get(key);
    if (!running) return;
    clearTimeout(running);
    this.timers.delete(key);
    this.tell({ workspaceId, contactId, on: false });
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
