/** Whom the simulator plays, kept in this browser so that a reload goes on with the same chat; and whom it has played. */
import { z } from "zod";

export const PLATFORMS = ["whatsapp", "instagram", "messenger"] as const;
export type PlayedPlatform = (typeof PLATFORMS)[number];

const personSchema = z.object({
  /** Digits; on Instagram and Messenger, which have no numbers, the person's id. */
  phone: z.string().regex(/^[1-9]\d{5,14}$/),
  name: z.string().max(80),
  language: z.string().max(35).nullable().catch(null).default(null),
  tags: z.array(z.string()).catch([]).default([]),
  fields: z.record(z.string(), z.string()).catch({}).default({}),
});
export type SimulatedPerson = z.infer<typeof personSchema>;

const memorySchema = z.object({
  current: personSchema.nullable().catch(null),
  platform: z.enum(PLATFORMS).catch("whatsapp"),
  people: z.array(personSchema).catch([]),
});
export type SimulatorMemory = z.infer<typeof memorySchema>;

const KEY = "hilo.simulator";
/** More would make a list, not a choice. */
const MOST_PEOPLE = 12;

export const newPerson = (phone: string, name: string): SimulatedPerson => ({
  phone,
  name,
  language: null,
  tags: [],
  fields: {},
});

export function recall(): SimulatorMemory {
  try {
    const found = memorySchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}")).data;
    if (found) return found;
  } catch {
    // Storage may be forbidden or hold something that is not JSON: the simulator starts with a new phone.
  }
  return { current: null, platform: "whatsapp", people: [] };
}

/** The one played last comes first. */
export function remember(current: SimulatedPerson, platform: PlayedPlatform): SimulatorMemory {
  const people = [current, ...recall().people.filter(({ phone }) => phone !== current.phone)];
  return keep({ current, platform, people: people.slice(0, MOST_PEOPLE) });
}

export function forgetPerson(phone: string): SimulatorMemory {
  const memory = recall();
  return keep({ ...memory, people: memory.people.filter((one) => one.phone !== phone) });
}

function keep(memory: SimulatorMemory): SimulatorMemory {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Without storage it lasts as long as the page.
  }
  return memory;
}
