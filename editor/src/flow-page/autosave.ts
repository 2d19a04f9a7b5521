/** Saves a document a moment after its last change, one save at a time, over exactly what was read. No React. */
import { t } from "../i18n/t.ts";

export type SaveStatus =
  | { kind: "saved" }
  /** Changed; a save follows. */
  | { kind: "pending" }
  | { kind: "saving" }
  /** Tried again by itself after a while, and at once by `flush`. */
  | { kind: "failed"; message: string };

export type SaveAnswer =
  | { ok: true; revision: number }
  | { ok: false; conflict: true }
  | { ok: false; conflict: false; message: string };

export interface AutosaveOptions<D> {
  /** What the document was read at. */
  revision: number;
  save(doc: D, revision: number): Promise<SaveAnswer>;
  /** Somebody else saved since: read theirs, and say by `rebase` what is unsaved on top of it. */
  catchUp(): Promise<void>;
  onStatus(status: SaveStatus): void;
}

/** Long enough for a word to be typed, short enough that nobody waits for it. */
const QUIET_MS = 600;
/** A server that is down is not asked more often than this. */
const RETRY_MS = 5_000;

export class Autosave<D> {
  readonly #options: AutosaveOptions<D>;
  #revision: number;
  /** The newest revision there is, as far as we heard. */
  #newest = 0;
  #unsaved: { doc: D } | null = null;
  /** A save or a catching up: never two at once. */
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AutosaveOptions<D>) {
    this.#options = options;
    this.#revision = options.revision;
  }

  get isSaved(): boolean {
    return this.#unsaved === null && this.#running === null;
  }

  changed(doc: D): void {
    this.#unsaved = { doc };
    if (this.#running === null) this.#options.onStatus({ kind: "pending" });
    this.#schedule(QUIET_MS);
  }

  /** Saves what is unsaved now, and what is typed meanwhile. False when a save failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.isSaved) {
      if (!(await this.#run(() => this.#saveOnce()))) break;
    }
    return this.isSaved;
  }

  /** Reads what others saved, unless it is known already by then. */
  async catchUpTo(revision: number): Promise<void> {
    // The news of a save may come before the save knows that it is under way.
    do await this.#running;
    while (this.#running !== null);
    this.#newest = Math.max(this.#newest, revision);
    if (revision <= this.#revision) return;
    await this.#run(() => this.#catchUp());
    if (this.#unsaved) this.#schedule(QUIET_MS);
  }

  /** The server's document is now that revision; `doc` is unsaved on top of it, null when nothing is. */
  rebase(revision: number, doc: D | null): void {
    this.#revision = revision;
    this.#unsaved = doc === null ? null : { doc };
    clearTimeout(this.#timer);
    this.#options.onStatus({ kind: doc === null ? "saved" : "pending" });
  }

  /** No timer of ours fires afterwards; `flush` still works, for leaving the page. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(() => this.#saveOnce()), delay);
  }

  /** What is under way, or this. True when it went well. */
  #run(task: () => Promise<boolean>): Promise<boolean> {
    this.#running ??= task().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #saveOnce(): Promise<boolean> {
    // It could not be read when it was heard of.
    if (this.#newest > this.#revision && !(await this.#catchUp())) return false;
    const saving = this.#unsaved;
    if (!saving) return true;
    this.#options.onStatus({ kind: "saving" });
    const answer = await this.#options.save(saving.doc, this.#revision);
    if (answer.ok) return this.#saved(saving, answer.revision);
    if (!answer.conflict) return this.#failed(answer.message);
    const caughtUp = await this.#catchUp();
    // What is mine goes on top of theirs, and at once: they may be typing too.
    if (caughtUp && this.#unsaved) this.#schedule(0);
    return caughtUp;
  }

  async #catchUp(): Promise<boolean> {
    try {
      await this.#options.catchUp();
      return true;
    } catch (thrown) {
      return this.#failed(thrown instanceof Error ? thrown.message : t("The flow could not be read"));
    }
  }

  #failed(message: string): false {
    this.#options.onStatus({ kind: "failed", message });
    this.#schedule(RETRY_MS);
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
