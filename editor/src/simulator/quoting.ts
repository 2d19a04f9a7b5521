/** Which earlier message an answer shows above itself. Pure. */
import type { Message } from "@hilo/server/contract";

/** A tap on what was said last needs no quote; one on an older button, and every answer in words, has one. */
export function quotedBy(message: Message, all: readonly Message[]): Message | undefined {
  if (message.replyTo === undefined) return undefined;
  const at = all.indexOf(message);
  const quoted = all.findIndex((one) => one.waMessageId === message.replyTo);
  if (quoted < 0) return undefined;
  const earlier = at < 0 ? all : all.slice(0, at);
  const isTap = message.content.type === "tap" || message.content.type === "form";
  const last = earlier.findLastIndex((one) => one.direction === "out");
  return isTap && quoted === last ? undefined : all[quoted];
}
