/** Performs a `notify` task: an e-mail, a call to another system, or a message in a team's chat. */
import type { TaskOf, TaskResult } from "@hilo/flow-engine";
import { fetchWithRetries } from "./fetch-task.ts";
import type { Mailer } from "./mailer.ts";
import { type PerformerParts, secretMissing } from "./performer.ts";

type NotifyTask = TaskOf<"notify">;

export async function performNotify(parts: PerformerParts, task: NotifyTask): Promise<TaskResult> {
  if (task.by === "email") return sendMail(parts.mailer, task);
  const url = task.secret === undefined ? task.to : await parts.secret(task.secret);
  if (url === null) return secretMissing(task.secret ?? "");
  const body = task.by === "webhook" && task.data ? task.data : { text: task.text };
  const result = await fetchWithRetries(
    parts.guarded,
    {
      method: "POST",
      url: url.trim(),
      headers: { accept: "*/*", "content-type": "application/json" },
      body: JSON.stringify(body),
      timeoutMs: task.timeoutMs,
    },
    task.retries,
  );
  // What the other side says is nobody's business here, and may be long.
  return result.ok ? { ok: true, status: result.status, body: null } : result;
}

async function sendMail(mailer: Mailer | null, task: NotifyTask): Promise<TaskResult> {
  if (mailer === null) {
    const message = "no mail can be sent from here: the operator has to set SMTP_URL and MAIL_FROM";
    return { ok: false, code: "mail-not-set-up", message };
  }
  const { to, subject, text, timeoutMs } = task;
  for (let tries = 0; ; tries += 1) {
    try {
      await mailer.send({ to, subject, text, timeoutMs });
      return { ok: true, body: null };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (tries >= task.retries || isRefusal(error)) return { ok: false, code: "mail-failed", message };
    }
  }
}

/** A permanent answer of the server (5xx): asking again changes nothing. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    "responseCode" in error &&
    typeof error.responseCode === "number" &&
    error.responseCode >= 500
  );
}
