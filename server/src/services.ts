/** What the HTTP side of the server is given: everything a handler may call. Made once in app.ts. */
import type { Auth } from "./auth/auth.ts";
import type { Authenticator } from "./auth/authenticate.ts";
import type { ChannelDirectory } from "./channels/directory.ts";
import type { Simulator } from "./channels/simulator/simulator.ts";
import type { PublishedFlows } from "./flows/published-flows.ts";
import type { Runtime } from "./runtime.ts";

export interface Readiness {
  ready: boolean;
  /** What is missing, one word each: `database`, `stopping`. */
  problems: string[];
}

export interface Services {
  runtime: Runtime;
  flows: PublishedFlows;
  directory: ChannelDirectory;
  simulator: Simulator;
  auth: Auth;
  authenticator: Authenticator;
  socketStats(): { connections: number; rooms: number };
  readiness(): Promise<Readiness>;
}
