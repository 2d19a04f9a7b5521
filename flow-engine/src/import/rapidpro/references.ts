/** References and lists inside RapidPro's actions. */
import { listAt, textAt } from "../values.ts";

/** Names of references: groups, labels. */
export function namesAt(holder: unknown, key: string): string[] {
  return listAt(holder, key).flatMap((reference) => {
    const name = textAt(reference, "name") || textAt(reference, "name_match");
    return name === "" || name.includes("@") ? [] : [name.slice(0, 60)];
  });
}

/** Quick replies were texts, and are objects since 14.4. */
export function quickReplies(action: unknown): string[] {
  return listAt(action, "quick_replies")
    .map((reply) => (typeof reply === "string" ? reply : textAt(reply, "text")))
    .filter((reply) => reply.trim() !== "");
}
