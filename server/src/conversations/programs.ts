/** Programs a batch needs, found synchronously or named as missing, so that the step stays pure and the load stays a set. */
import type { Program } from "@hilo/flow-engine";

/** Thrown out of a conversation's turn; the drain loads what is missing and takes the turn again from its beginning. */
export class MissingPrograms extends Error {
  readonly versionIds: string[];
  constructor(versionIds: string[]) {
    super(`programs to load: ${versionIds.join(", ")}`);
    this.versionIds = versionIds;
  }
}

export interface ProgramLookup {
  /** By version id; throws MissingPrograms when it may exist but is not loaded; undefined when it does not exist. */
  version(workspaceId: string, versionId: string): Program | undefined;
  /** By a flow's id or name: its published version. */
  flow(workspaceId: string, ref: string): Program | undefined;
}
