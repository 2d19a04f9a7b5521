/** Takes messages out of the outbox, going round the conversations so that each gets its turn. */
import { crash } from "../crash.ts";
import claimSql from "../db/sql/claim-messages.sql";
import { type Queryable, statement } from "../db/sql.ts";
import type { Journal } from "../journal/journal.ts";
import type { ClaimedMessage } from "./send-one.ts";

const claimMessages = statement<ClaimedMessage>("claim-messages", claimSql);

/** Smaller than any conversation's id. */
const START = "00000000-0000-0000-0000-000000000000";

export class Claims {
  /** The last conversation that was served. */
  private after = START;

  constructor(
    private readonly workspaceId: string,
    private readonly channelId: string,
    private readonly journal: Pick<Journal, "key">,
  ) {}

  /** At most `room` messages, each of another conversation; fewer only when no more are due. */
  async next(on: Queryable, room: number): Promise<ClaimedMessage[]> {
    crash("deliver-before-claim");
    const claimed = await this.claim(on, room, this.after);
    // The end of the round: what comes before is next.
    if (claimed.length < room && this.after !== START)
      claimed.push(...(await this.claim(on, room - claimed.length, START)));
    if (claimed.length > 0) crash("deliver-after-claim");
    this.after = claimed.length < room ? START : lastServed(claimed, this.after);
    return claimed;
  }

  private claim(on: Queryable, room: number, after: string): Promise<ClaimedMessage[]> {
    return claimMessages.rows(on, [this.channelId, room, after, this.workspaceId, this.journal.key]);
  }
}

/** Claims go up by conversation and may have gone round: the last one is the greatest before the turn, or of what came after it. */
function lastServed(claimed: readonly ClaimedMessage[], after: string): string {
  const ids = claimed.map(({ conversationId }) => conversationId);
  const wrapped = ids.filter((id) => id <= after);
  const of = wrapped.length > 0 ? wrapped : ids;
  return of.toSorted().at(-1) ?? START;
}
