/** Whether the other side of a chat is writing. The state ends by itself when its end never comes. */
import { useEffect, useState } from "react";
import { useServerEvent } from "../../api/live.tsx";

/** WhatsApp's own indicator lasts 25 seconds at most. */
const LASTS_MS = 25_000;

export function useTyping(contactId: string | undefined): boolean {
  const [since, setSince] = useState<number | null>(null);
  useServerEvent("typing:start", (event) => {
    if (event.contactId === contactId) setSince(Date.now());
  });
  useServerEvent("typing:stop", (event) => {
    if (event.contactId === contactId) setSince(null);
  });
  useServerEvent("message:new", (event) => {
    if (event.contactId === contactId && event.message.direction === "out") setSince(null);
  });
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setSince(null), LASTS_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null;
}
