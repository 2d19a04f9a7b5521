/** `hilo serve`: the server, in this process. */
import { serve } from "../serve.ts";

export async function serveCommand(): Promise<number> {
  await serve();
  // The server goes on; a signal ends the process.
  return new Promise(() => {});
}
