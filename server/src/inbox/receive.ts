/** Takes verified deliveries in: what customers say becomes inbox rows, delivery statuses go straight to their messages. */
import { crash } from "../crash.ts";
import { retried } from "../db/transaction.ts";
import type { StatusApplier } from "../outbox/apply-statuses.ts";
import type { Runtime } from "../runtime.ts";
import type { Delivery } from "./delivery.ts";
import { Lane } from "./lane.ts";
import { storeDeliverySet } from "./store.ts";

export class Receiver {
  private readonly said: Lane;
  /** Of its own: customers need not wait while three statuses of each send are applied. */
  private readonly told: Lane;

  constructor(
    private readonly runtime: Pick<Runtime, "hot" | "log" | "wake">,
    private readonly statuses: StatusApplier,
  ) {
    const parts = {
      storeUnread: (delivery: Delivery, cause: unknown) => this.storeUnread(delivery, cause),
      onRefused: (err: unknown, deliveries: number) =>
        this.runtime.log.error({ err, deliveries }, "deliveries could not be stored"),
    };
    this.said = new Lane({ ...parts, store: (deliveries) => this.store(deliveries) });
    this.told = new Lane({ ...parts, store: (deliveries) => this.apply(deliveries) });
  }

  /** Resolves after the commit; rejects with NotStored when there was none. */
  receive(delivery: Delivery): Promise<void> {
    return (hasOnlyStatuses(delivery) ? this.told : this.said).add(delivery);
  }

  /** After the last delivery is stored or refused. */
  async idle(): Promise<void> {
    await Promise.all([this.said.idle(), this.told.idle()]);
  }

  private async store(deliveries: Delivery[]): Promise<void> {
    const shards = await betweenCrashes(() => retried(() => storeDeliverySet(this.runtime.hot, deliveries)));
    for (const shard of shards) this.runtime.wake("drain", String(shard));
    this.statuses.enqueue(deliveries.flatMap((delivery) => delivery.logs.flatMap((log) => log.statuses)));
  }

  private apply(deliveries: Delivery[]): Promise<void> {
    return betweenCrashes(() => this.statuses.arrived(deliveries));
  }

  /** Keeps the bytes of what can't be stored as rows, so that a person can look and Meta does not repeat it for days. */
  private storeUnread(delivery: Delivery, cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const logs = delivery.logs.map((log) => ({
      ...log,
      state: "quarantined" as const,
      error: `The database refused a value: ${reason.slice(0, 300)}`,
      events: [],
      statuses: [],
      media: [],
    }));
    return this.store([{ ...delivery, logs }]);
  }
}

async function betweenCrashes<T>(store: () => Promise<T>): Promise<T> {
  crash("inbox-before-store");
  const stored = await store();
  crash("inbox-after-store");
  return stored;
}

const hasOnlyStatuses = ({ logs }: Delivery): boolean =>
  logs.every(
    ({ statuses, events, media, leads }) =>
      statuses.length > 0 && events.length === 0 && media.length === 0 && (leads ?? []).length === 0,
  );
