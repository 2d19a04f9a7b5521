/** Which phone the simulator holds, kept in this browser so that a reload goes on with the same chat. */
import { z } from "zod";

const KEY = "hilo.simulator.phone";
const memory = z.object({ phone: z.string().regex(/^\d{6,15}$/), name: z.string().max(80).optional() });
export type PhoneMemory = z.infer<typeof memory>;

export function recallPhone(): PhoneMemory | null {
  try {
    return memory.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "null")).data ?? null;
  } catch {
    // Storage may be forbidden or hold something that is not JSON: the simulator starts with a new phone.
    return null;
  }
}

export function rememberPhone(phone: PhoneMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(phone));
  } catch {
    // Without storage the phone lasts as long as the page.
  }
}
