/** Inputs: what Typebot asks. */
import { choiceStep, type GivenOption } from "../fitting.ts";
import { flagAt, numberAt, recordAt, textAt } from "../values.ts";
import {
  type Conversion,
  type Convert,
  itemTitle,
  onlyStep,
  type Piece,
  questionText,
} from "./conversion.ts";
import type { TypebotBlock, TypebotItem } from "./source.ts";

/** The variable an answer is kept in; one of its own when Typebot kept it in none. */
function answerName({ texts }: Conversion, { options }: TypebotBlock, fallback: string): string {
  return texts.variable(options?.variableId) ?? fallback;
}

interface Question {
  kind: string;
  ask: string;
  /** More data, and what could not be kept. */
  more?(options: TypebotBlock["options"]): { data?: Record<string, unknown>; changes?: string[] };
}

const bounds = (options: TypebotBlock["options"]) => {
  const [min, max] = [numberAt(options, "min"), numberAt(options, "max")];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
};

const question =
  ({ kind, ask, more }: Question): Convert =>
  (conversion, block) => {
    const { text, changes, settle } = questionText(
      conversion,
      textAt(recordAt(block.options, "labels"), "placeholder") || ask,
    );
    const extra = more?.(block.options) ?? {};
    const retry = conversion.texts.convert(textAt(block.options, "retryMessageContent"));
    const piece = onlyStep(
      conversion,
      block,
      [
        "ask",
        {
          text,
          kind,
          saveAs: answerName(conversion, block, "answer"),
          ...(retry.text ? { invalidText: retry.text } : {}),
          ...extra.data,
        },
      ],
      [...changes, ...retry.notes, ...(extra.changes ?? [])],
    );
    settle(piece.entry);
    return piece;
  };

export const textInput = question({ kind: "text", ask: "Write your answer." });
export const numberInput = question({
  kind: "number",
  ask: "Write a number.",
  more: (options) => ({ data: bounds(options) }),
});
export const emailInput = question({ kind: "email", ask: "What's your e-mail?" });
export const urlInput = question({ kind: "url", ask: "Write a web address." });
export const phoneInput = question({ kind: "phone", ask: "What's your phone number?" });
export const dateInput = question({
  kind: "date",
  ask: "Which day?",
  more: (options) => ({
    changes: [
      ...(flagAt(options, "isRange") ? ["It asked for two dates; here it asks for one."] : []),
      ...(flagAt(options, "hasTime") ? ["It asked for a time too; ask for it in a step of its own."] : []),
    ],
  }),
});
export const timeInput = question({
  kind: "text",
  ask: "At what time? (09:30)",
  more: () => ({ data: { pattern: "\\s*([01]?\\d|2[0-3])[:.h][0-5]\\d.*" } }),
});
export const ratingInput = question({
  kind: "rating",
  ask: "How many points do you give?",
  more: (options) => {
    const min = numberAt(options, "startsAt") ?? 1;
    return { data: { min, max: Math.max(min, numberAt(options, "length") ?? 10) } };
  },
});
export const fileInput = question({
  kind: "media",
  ask: "Send the file.",
  more: (options) =>
    flagAt(options, "isMultipleAllowed")
      ? { changes: ["It took several files; here it takes one message with a file."] }
      : {},
});

/** Options with a way out each. @param given one for each of `branches` */
function choice(
  conversion: Conversion,
  block: TypebotBlock,
  given: readonly GivenOption[],
  branches: readonly (string | null | undefined)[],
  more: readonly string[] = [],
): Piece {
  const { text, changes, settle } = questionText(conversion, "Choose one:");
  const saveAs = conversion.texts.variable(block.options?.variableId);
  const button = textAt(block.options, "buttonLabel");
  const step = choiceStep(text, given, { ...(saveAs ? { saveAs } : {}), ...(button ? { button } : {}) });
  const piece = onlyStep(conversion, block, [step.type, step.data], [...changes, ...more, ...step.changes]);
  settle(piece.entry);
  for (const [at, port] of step.ports.entries()) {
    if (port !== null) conversion.branch({ exit: { node: piece.entry, port }, edgeId: branches[at] });
  }
  return { entry: piece.entry, exits: [] };
}

export const choiceInput: Convert = (conversion, block) => {
  const items = block.items.filter((item) => itemTitle(item).trim() !== "");
  if (items.length === 0) return openChoice(conversion, block);
  const changes = choiceChanges(block, items);
  const given = items.map((item) => ({ title: conversion.texts.convert(itemTitle(item)).text }));
  return choice(
    conversion,
    block,
    given,
    items.map(({ outgoingEdgeId }) => outgoingEdgeId),
    changes,
  );
};

function choiceChanges(block: TypebotBlock, items: readonly TypebotItem[]): string[] {
  const hidden = items.some(({ displayCondition }) => flagAt(displayCondition, "isEnabled"));
  return [
    ...(flagAt(block.options, "isMultipleChoice") ? ["Several could be chosen; here one is."] : []),
    ...(hidden ? ["Some options were shown under a condition; here all are shown."] : []),
    ...(block.type === "picture choice input"
      ? ["Its pictures are left out: buttons have no pictures in a chat."]
      : []),
    ...(items.length < block.items.length ? ["Options without words were left out."] : []),
  ];
}

/** The options came from a variable: it becomes an open question. */
function openChoice(conversion: Conversion, block: TypebotBlock): Piece {
  const { text, changes, settle } = questionText(conversion, "Write your choice.");
  const saveAs = answerName(conversion, block, "choice");
  const why = "Its options come from a variable, which buttons can't do here: it asks for a text.";
  const piece = onlyStep(conversion, block, ["ask", { text, saveAs }], [...changes, why]);
  settle(piece.entry);
  return piece;
}

export const cardsInput: Convert = (conversion, block) => {
  const options = block.items.flatMap((item) => {
    const paths = item.paths.length > 0 ? item.paths : [{ text: "", outgoingEdgeId: item.outgoingEdgeId }];
    return paths.map(({ text, outgoingEdgeId }) => {
      const title = [item.title, paths.length > 1 || !item.title ? text : ""].filter(Boolean).join(": ");
      return { title, description: item.description ?? "", outgoingEdgeId };
    });
  });
  if (options.length === 0) return openChoice(conversion, block);
  const why = "Cards became the rows of a list, without their pictures.";
  const given = options.map(({ title, description }) => ({
    title: conversion.texts.convert(title).text,
    ...(description ? { description: conversion.texts.convert(description).text } : {}),
  }));
  return choice(
    conversion,
    block,
    given,
    options.map(({ outgoingEdgeId }) => outgoingEdgeId),
    [why],
  );
};
