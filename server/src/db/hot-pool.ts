/** The pool of hot statements: few of them are in the database at once, however many connections there are. */
import pg from "pg";
import { FewAtOnce, type FewAtOnceOptions } from "./few-at-once.ts";

/**
 * Some work while another waits for the disk. More get in each other's way: what comes meanwhile makes the next batch, which costs
 * hardly more than a single row (docs/adr/0011-few-hot-statements-at-once.md). A statement that waits for a lock, or a very large
 * batch, must not hold up all others.
 */
const FEW: FewAtOnceOptions = { limit: 3, patienceMs: 100 };

type Connected = Parameters<InstanceType<typeof pg.Pool>["connect"]>[0];

export class HotPool extends pg.Pool {
  private readonly few: FewAtOnce;
  private readonly leaving = new Map<pg.PoolClient, () => void>();

  /** @param few how many connections are in use at once */
  constructor(config: pg.PoolConfig, few = FEW) {
    super(config);
    this.few = new FewAtOnce(few);
    this.on("release", (_error, client) => {
      const leave = this.leaving.get(client);
      this.leaving.delete(client);
      // The connection is back only after this event: whoever is next would open another one.
      if (leave) queueMicrotask(leave);
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (client ? resolve(client) : reject(error)));
      });
    }
    this.few.enter((leave) => {
      super.connect((error, client, done) => {
        if (client) this.leaving.set(client, leave);
        else leave();
        callback(error, client, done);
      });
    });
    return undefined;
  }
}
