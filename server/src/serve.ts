/** Reads the settings, starts everything, prints where to go, stops on a signal. */
import type { App } from "./app.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { tuneGarbageCollection } from "./garbage-collection.ts";
import { PRODUCT_ROOT } from "./places.ts";

/** Longest graceful stop; a second signal ends it at once. */
const STOP_MS = 30_000;

export async function serve(): Promise<void> {
  tuneGarbageCollection();
  const config = readConfig();
  // Wrong settings are refused before everything that takes seconds to load.
  const { pathsFrom, startApp } = await import("./app.ts");
  process.on("uncaughtException", endBadly);
  process.on("unhandledRejection", endBadly);
  const app = await startApp(config, pathsFrom(PRODUCT_ROOT)).catch((error: unknown) =>
    refuse(error, config),
  );
  stopOnSignals(app);
  console.log(`Hilo is running at ${config.publicUrl}`);
  if (app.setupLink) console.log(`Make the owner's account (this link works once): ${app.setupLink}`);
}

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) console.error(problem);
    process.exit(1);
  }
}

/** What a person can mend is one sentence; anything else keeps its stack. */
async function refuse(error: unknown, config: Config): Promise<never> {
  const { startProblem } = await import("./start-problem.ts");
  console.error(startProblem(error, config) ?? error);
  process.exit(1);
}

function stopOnSignals(app: App): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** After an error nobody expected nothing can be trusted; what was under way is taken up at the next start. */
function endBadly(error: unknown): void {
  console.error(error);
  process.exit(1);
}
