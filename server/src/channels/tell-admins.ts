/** A channel whose token ended is told by mail, once, to those who can give it a new one. A chore. */

import type { Runtime } from "../runtime.ts";
import type { Mailer } from "../tasks/mailer.ts";

const TIMEOUT_MS = 15_000;

interface HeldRow {
  id: string;
  name: string;
  reason: string | null;
  to: string | null;
}

/** At most once for each time it ends: marked first, sent then. @param mailer null: no mail can be sent from here, the banner has to do */
export async function tellAdmins(
  { pool, config, log }: Pick<Runtime, "pool" | "config" | "log">,
  mailer: Mailer | null,
): Promise<void> {
  if (mailer === null) return;
  const { rows } = await pool.query<HeldRow>(
    `UPDATE channels c SET health = (c.health::jsonb || jsonb_build_object('mailedFor', md5(COALESCE(c.state_reason, '') || COALESCE(c.access_token, ''))))::json
      WHERE c.state = 'reauthorize' AND c.health->>'mailedFor' IS DISTINCT FROM md5(COALESCE(c.state_reason, '') || COALESCE(c.access_token, ''))
     RETURNING c.id, c.name, c.state_reason AS reason,
       (SELECT string_agg(u.email, ', ') FROM members m JOIN users u ON u.id = m.user_id
         WHERE m.workspace_id = c.workspace_id AND m.role IN ('owner', 'admin')) AS to`,
  );
  for (const { id, name, reason, to } of rows) {
    if (to === null) continue;
    const text = `The channel “${name}” can't send any more: ${reason ?? "its access token ended."}\n\nMessages are kept and go out when it is connected again:\n${config.frontendUrl}/channels\n`;
    await mailer
      .send({ to, subject: `“${name}” needs to be connected again`, text, timeoutMs: TIMEOUT_MS })
      .catch((err: unknown) => log.warn({ err, channelId: id }, "a mail about a channel could not be sent"));
  }
}
