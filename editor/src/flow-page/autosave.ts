/** Saves a document a moment after its last change, one save at a time, over exactly what was read. No React. */

export type SaveStatus =
  | { kind: "saved" }
  /** Changed; a save follows. */
  | { kind: "pending" }
  | { kind: "saving" }
  /** Tried again by itself after a while, and at once by `flush`. */
  | { kind: "failed"; message: string }
  /** Somebody else saved since: waits for `overwrite` or `adopt`. */
  | { kind: "conflict" };

export type SaveAnswer =
  | { ok: true; revision: number }
  | { ok: false; conflict: true }
  | { ok: false; conflict: false; message: string };

export interface AutosaveOptions<D> {
  /** What the document was read at. */
  revision: number;
  /** `revision` null: save over whatever is there. */
  save(doc: D, revision: number | null): Promise<SaveAnswer>;
  onStatus(status: SaveStatus): void;
}

/** Long enough for a word to be typed, short enough that nobody waits for it. */
const QUIET_MS = 600;
/** A server that is down is not asked more often than this. */
const RETRY_MS = 5_000;

export class Autosave<D> {
  readonly #options: AutosaveOptions<D>;
  #revision: number | null;
  #unsaved: { doc: D } | null = null;
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #conflict = false;

  constructor(options: AutosaveOptions<D>) {
    this.#options = options;
    this.#revision = options.revision;
  }

  get isSaved(): boolean {
    return this.#unsaved === null && this.#running === null;
  }

  changed(doc: D): void {
    this.#unsaved = { doc };
    if (this.#conflict) return;
    if (this.#running === null) this.#options.onStatus({ kind: "pending" });
    this.#schedule(QUIET_MS);
  }

  /** Saves what is unsaved now, and what is typed meanwhile. False when a save failed or there is a conflict. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.isSaved && !this.#conflict) {
      if (!(await this.#run())) break;
    }
    return this.isSaved;
  }

  /** The answer to a conflict: mine counts. */
  async overwrite(): Promise<boolean> {
    this.#conflict = false;
    this.#revision = null;
    return this.flush();
  }

  /** The document is now what the server has (after a reload or a publish); nothing is unsaved. */
  adopt(revision: number): void {
    this.#revision = revision;
    this.#unsaved = null;
    this.#conflict = false;
    clearTimeout(this.#timer);
    this.#options.onStatus({ kind: "saved" });
  }

  /** No timer of ours fires afterwards; `flush` still works, for leaving the page. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delay);
  }

  /** The save under way, or a new one. True when it went well. */
  #run(): Promise<boolean> {
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #saveOnce(): Promise<boolean> {
    const saving = this.#unsaved;
    if (!saving || this.#conflict) return !this.#conflict;
    this.#options.onStatus({ kind: "saving" });
    const answer = await this.#options.save(saving.doc, this.#revision);
    if (answer.ok) return this.#saved(saving, answer.revision);
    clearTimeout(this.#timer);
    if (answer.conflict) {
      this.#conflict = true;
      this.#options.onStatus({ kind: "conflict" });
    } else {
      this.#options.onStatus({ kind: "failed", message: answer.message });
      this.#schedule(RETRY_MS);
    }
    return false;
  }

  #saved(what: { doc: D }, revision: number): true {
    this.#revision = revision;
    if (this.#unsaved === what) this.#unsaved = null;
    this.#options.onStatus({ kind: this.#unsaved ? "pending" : "saved" });
    // Its own timer may have fired while this save was under way.
    if (this.#unsaved) this.#schedule(QUIET_MS);
    return true;
  }
}
