/** Keeps one open flow and the server's draft the same: saves mine, takes in what others save, merges the two. No React. */
import type { FlowDocument } from "../document/flow-document.ts";
import type { FlowStore } from "../document/flow-store.ts";
import { type NodeClash, shared } from "../document/merge/merge-documents.ts";
import { Autosave, type SaveAnswer, type SaveStatus } from "./autosave.ts";

export interface DraftServer {
  read(): Promise<{ doc: FlowDocument; revision: number }>;
  write(doc: FlowDocument, revision: number): Promise<SaveAnswer>;
}

export interface DraftSyncOptions {
  store: FlowStore;
  server: DraftServer;
  /** What the store's document was read at. */
  revision: number;
  onStatus(status: SaveStatus): void;
  /** Does what changes the store, with something before and after it. */
  around?<T>(change: () => T): T;
  /** Both wrote the same thing at the same time: mine stays, theirs is offered. */
  onClashes(clashes: readonly NodeClash[]): void;
}

export class DraftSync {
  readonly #store: FlowStore;
  readonly #server: DraftServer;
  readonly #autosave: Autosave<FlowDocument>;
  readonly #onClashes: DraftSyncOptions["onClashes"];
  readonly #around: NonNullable<DraftSyncOptions["around"]>;
  /** What was last read or saved: what mine and theirs are compared with. */
  #base: FlowDocument;
  #unsubscribe: (() => void) | null = null;

  constructor(options: DraftSyncOptions) {
    const { store, server, revision, onStatus, onClashes, around = (change) => change() } = options;
    this.#store = store;
    this.#server = server;
    this.#onClashes = onClashes;
    this.#around = around;
    this.#base = store.getState().history.present;
    this.#autosave = new Autosave<FlowDocument>({
      revision,
      save: (doc, from) => this.#write(doc, from),
      catchUp: () => this.#takeIn(),
      onStatus,
    });
  }

  /** Changes of the store are saved from now on. Once is enough; after `stop` it may start again. */
  start(): void {
    this.#unsubscribe ??= this.#store.subscribe((state, before) => {
      if (state.history.present !== before.history.present) this.#autosave.changed(state.history.present);
    });
  }

  get isSaved(): boolean {
    return this.#autosave.isSaved;
  }

  /** Saves what is unsaved now. False when it could not be. */
  flush(): Promise<boolean> {
    return this.#autosave.flush();
  }

  /** Somebody, maybe we ourselves, saved that revision. */
  async heard(revision: number): Promise<void> {
    await this.#autosave.catchUpTo(revision);
  }

  /** Saves what is left; changes of the store are none of ours any more. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    await this.#autosave.flush();
    this.#autosave.stop();
  }

  async #write(doc: FlowDocument, revision: number): Promise<SaveAnswer> {
    const answer = await this.#server.write(doc, revision);
    if (answer.ok) this.#base = doc;
    return answer;
  }

  async #takeIn(): Promise<void> {
    const { doc, revision } = await this.#server.read();
    const theirs = shared(this.#base, doc);
    const unsaved = this.#store.getState().history.present !== this.#base;
    const clashes = this.#around(() => this.#store.getState().rebase(this.#base, theirs));
    const { present } = this.#store.getState().history;
    // With nothing of mine in it the merged document is theirs: were it saved again, the two would never come to rest.
    this.#base = unsaved ? theirs : present;
    this.#autosave.rebase(revision, unsaved ? present : null);
    if (clashes.length > 0) this.#onClashes(clashes);
  }
}
