/** Words that mean the same in every flow: stop, start, agent, cancel. A whole message, compared folded, in any of the languages. */
import { z } from "zod";
import type { MessageContent } from "../content/schema.ts";
import { bestLanguage } from "../flow/language.ts";
import { foldText } from "./normalize.ts";

export const GLOBAL_WORDS = ["stop", "start", "agent", "cancel"] as const;
export type GlobalWord = (typeof GLOBAL_WORDS)[number];

const wordsSchema = z.array(z.string().trim().min(1).max(40)).max(50);

/** What a workspace makes of its words, by language (BCP 47). A language or word that is not there has none. */
export const globalWordsSchema = z.record(
  z.string().min(2).max(35),
  z.object({
    stop: wordsSchema.default([]),
    start: wordsSchema.default([]),
    agent: wordsSchema.default([]),
    cancel: wordsSchema.default([]),
    /** What is answered; empty: nothing. */
    replies: z.partialRecord(z.enum(GLOBAL_WORDS), z.string().max(1_000)).default({}),
  }),
);
export type GlobalWordSettings = z.infer<typeof globalWordsSchema>;

/** What a new workspace begins with. STOP and its kin are what WhatsApp's and the mobile networks' own rules name. */
export const DEFAULT_GLOBAL_WORDS: GlobalWordSettings = {
  en: {
    stop: ["stop", "unsubscribe", "stop all", "opt out"],
    start: ["start", "unstop", "subscribe"],
    agent: ["agent", "human", "talk to a person", "operator"],
    cancel: ["cancel", "quit", "exit"],
    replies: {
      stop: "You won't get any more messages from us. Write START to change your mind.",
      start: "Welcome back. You will hear from us again.",
      agent: "One moment, a person will answer you here.",
      cancel: "Cancelled.",
    },
  },
  es: {
    stop: ["baja", "darme de baja", "cancelar suscripción", "no más mensajes"],
    start: ["alta", "darme de alta", "suscribirme"],
    agent: ["agente", "humano", "asesor", "hablar con una persona"],
    cancel: ["cancelar", "salir"],
    replies: {
      stop: "No recibirás más mensajes nuestros. Escribe ALTA si cambias de idea.",
      start: "¡Hola de nuevo! Volverás a recibir nuestros mensajes.",
      agent: "Un momento, una persona te atenderá aquí.",
      cancel: "Cancelado.",
    },
  },
  pt: {
    stop: ["parar", "sair da lista", "descadastrar", "cancelar inscrição"],
    start: ["voltar", "cadastrar"],
    agent: ["atendente", "humano", "falar com uma pessoa"],
    cancel: ["cancelar", "sair"],
    replies: {
      stop: "Você não receberá mais mensagens nossas. Escreva VOLTAR se mudar de ideia.",
      start: "Que bom ter você de volta. Você voltará a receber nossas mensagens.",
      agent: "Um momento, uma pessoa vai atender você aqui.",
      cancel: "Cancelado.",
    },
  },
};

/** A workspace's words, folded once. */
export interface GlobalWords {
  readonly byWord: ReadonlyMap<string, GlobalWord>;
  readonly settings: GlobalWordSettings;
}

/** Between languages that claim one word for two things, the first of stop, start, agent, cancel has it. */
export function compileGlobalWords(settings: GlobalWordSettings): GlobalWords {
  const byWord = new Map<string, GlobalWord>();
  for (const word of GLOBAL_WORDS) {
    for (const language of Object.values(settings)) {
      for (const text of language[word]) {
        const folded = foldText(text);
        if (folded !== "" && !byWord.has(folded)) byWord.set(folded, word);
      }
    }
  }
  return { byWord, settings };
}

/** End marks that people put behind a single word. */
const END_MARKS = /[\s.!¡)]+$/u;

/** @returns which word a whole message is; null when it is none */
export function globalWordOf(words: GlobalWords | undefined, text: string | null): GlobalWord | null {
  if (!words || text === null) return null;
  return words.byWord.get(foldText(text).replace(END_MARKS, "")) ?? null;
}

/** What is answered to a word: in the language it was written in when that can be told, else the contact's. */
export function globalWordReply(
  { settings }: GlobalWords,
  word: GlobalWord,
  text: string,
  language: string | null,
): MessageContent | null {
  const folded = foldText(text).replace(END_MARKS, "");
  const spoken = Object.keys(settings).filter((code) =>
    settings[code]?.[word].some((each) => foldText(each) === folded),
  );
  const best = bestLanguage(language, spoken.length > 0 ? spoken : Object.keys(settings));
  const reply = best === null ? "" : (settings[best]?.replies[word] ?? "");
  return reply.trim() === "" ? null : { type: "text", text: reply };
}
