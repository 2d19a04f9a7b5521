/** The layout library: in a worker, so that the page goes on moving while a large flow is laid out. */
import type { ElkNode } from "elkjs/lib/elk-api.js";

/** Where there are no workers (tests, old browsers) it runs on the page. */
export async function layOutGraph(graph: ElkNode): Promise<ElkNode> {
  if (typeof Worker === "undefined") {
    const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
    return new Elk().layout(graph);
  }
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?url"),
  ]);
  const elk = new Elk({ workerUrl });
  try {
    return await elk.layout(graph);
  } finally {
    elk.terminateWorker();
  }
}
