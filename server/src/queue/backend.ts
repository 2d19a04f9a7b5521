// BullMQ on PostgreSQL, or on Redis when it is there: the same queues either way.

import {
  createPostgresBackend,
  createRedisBackend,
  type JobsOptions,
  runMigrations,
  withBackend,
} from "bullmq";
import { connectAs } from "../db/connect.ts";

export type WakeJob = { key: string };

/** What this product uses of a BullMQ queue and worker. */
export type JobQueue = {
  /** All of them in one exchange. */
  addBulk(jobs: { name: string; data: WakeJob; opts: JobsOptions }[]): Promise<unknown>;
  close(): Promise<void>;
};
export type JobWorker = { close(): Promise<void> };
export type WorkerSpec = {
  run(key: string): Promise<void>;
  concurrency: number;
  onError(error: Error): void;
};
export type QueueBackend = {
  queue(name: string, onError: (error: Error) => void): JobQueue;
  worker(name: string, spec: WorkerSpec): JobWorker;
};

/** BullMQ's tables live in a schema of their own. */
const SCHEMA = "bullmq";
const PREFIX = "hilo";

/** A dead worker's job, and the key it holds, must be free again within seconds. */
const LIVENESS = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 3 };

/** Of each queue and worker, besides a worker's listening connection: wake-ups are few and small. */
const CONNECTIONS_EACH = 2;

export async function postgresBackend(url: string): Promise<QueueBackend> {
  const client = await connectAs(url);
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = {
    connectionString: url,
    schema: SCHEMA,
    max: CONNECTIONS_EACH,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
  return {
    queue(name, onError) {
      const queue = new Queue<WakeJob>(name, { connection });
      queue.on("error", onError);
      return queue;
    },
    worker(name, { run, concurrency, onError }) {
      const options = { connection, concurrency, ...LIVENESS };
      const worker = new Worker<WakeJob>(name, (job) => run(job.data.key), options);
      worker.on("error", onError);
      return {
        async close() {
          // A worker that is closed while it still connects leaves its listening connection behind.
          await worker.waitUntilReady().catch(() => undefined);
          await worker.close();
        },
      };
    },
  };
}

export function redisBackend(url: string): QueueBackend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  // Each queue and worker makes its own connection and closes it; null: wait for Redis rather than fail.
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue(name, onError) {
      const queue = new Queue<WakeJob>(name, { connection, prefix: PREFIX });
      queue.on("error", onError);
      return queue;
    },
    worker(name, { run, concurrency, onError }) {
      const options = { connection, prefix: PREFIX, concurrency, ...LIVENESS };
      const worker = new Worker<WakeJob>(name, (job) => run(job.data.key), options);
      worker.on("error", onError);
      return worker;
    },
  };
}
