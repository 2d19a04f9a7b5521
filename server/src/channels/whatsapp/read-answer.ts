/** What came of a send on WhatsApp. Pure. */
import { z } from "zod";
import type { SendAnswer, SendResult } from "../channel.ts";
import { readGraphAnswer } from "../read-answer.ts";
import { wireId } from "./wire.ts";

const acceptedSchema = z.object({ messages: z.tuple([z.object({ id: wireId })], z.unknown()) });

export function readAnswer(answer: SendAnswer): SendResult {
  return readGraphAnswer("whatsapp", answer, (body) => acceptedSchema.safeParse(body).data?.messages[0].id);
}
