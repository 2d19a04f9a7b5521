/** Takes messages out of the outbox, going round the conversations so that each gets its turn. */
import { crash } from "../crash.ts";
import claimSql from "../db/sql/claim-messages.sql";
import { type Queryable, statement } from "../db/sql.ts";
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
  ) {}

  /** At most `room` messages, each of another conversation; fewer only when no more are due. */
  async next(on: Queryable, room: number): Promise<ClaimedMessage[]> {
    crash("deliver-before-claim");
    const claimed = await this.claim(on, room);
    if (claimed.length < room && this.after !== START) {
      // The end of the round: what comes before is next.
      this.after = START;
      claimed.push(...(await this.claim(on, room - claimed.length)));
    }
    crash("deliver-after-claim");
    return claimed;
  }

  private async claim(on: Queryable, room: number): Promise<ClaimedMessage[]> {
    const claimed = await claimMessages.rows(on, [this.channelId, room, this.after, this.workspaceId]);
    for (const { conversationId } of claimed) if (conversationId > this.after) this.after = conversationId;
    return claimed;
  }
}
