/** A customer out of the air, to try a flow as somebody else. */
import { newPerson, type SimulatedPerson } from "./phone-memory.ts";

const NAMES = ["Ana", "Luis", "Noor", "Tomás", "Chiara", "Kofi", "Mei", "Lena", "Ravi", "Zoe"];

/** @param random between 0 and 1, as Math.random gives */
export function somebody(random: () => number): SimulatedPerson {
  const name = NAMES[Math.floor(random() * NAMES.length)] ?? "Ana";
  // A Spanish mobile number's form; six digits are enough never to meet the same phone twice.
  const digits = String(Math.floor(random() * 1_000_000)).padStart(6, "0");
  return newPerson(`34611${digits}`, name);
}
