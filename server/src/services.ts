/** What the HTTP side of the server is given: everything a handler may call. Made once in app.ts. */
import type { FlowTrafficCounter } from "./analytics/flow-traffic.ts";
import type { Auth } from "./auth/auth.ts";
import type { Authenticator } from "./auth/authenticate.ts";
import type { ChannelDirectory } from "./channels/directory.ts";
import type { Simulator } from "./channels/simulator/simulator.ts";
import type { ExampleFlow } from "./contract/index.ts";
import type { PublishedFlows } from "./flows/published-flows.ts";
import type { MediaStore } from "./media/media-store.ts";
import type { GraphApi } from "./meta/graph-api.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { GuardedFetch } from "./net/guarded-fetch.ts";
import type { Runtime } from "./runtime.ts";

export interface Services {
  runtime: Runtime;
  flows: PublishedFlows;
  directory: ChannelDirectory;
  /** Meta's Graph API, for everything but sending. */
  graph: GraphApi;
  media: MediaStore;
  /** For requests that flows make, tried out. */
  guarded: GuardedFetch;
  simulator: Simulator;
  auth: Auth;
  authenticator: Authenticator;
  socketStats(): { connections: number; rooms: number };
  metrics: Metrics;
  traffic: FlowTrafficCounter;
  /** The flows that come with Hilo. */
  examples(): Promise<ExampleFlow[]>;
  /** Null: requests may be sent here. Else why not, in a sentence. */
  notReady(): Promise<string | null>;
}
