/** Shows cards side by side; with reply buttons on them it waits for one of them, or its words. */
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import {
  choiceRefs,
  choiceSilence,
  isOptionTitle,
  type PreparedOption,
  prepareOptions,
  resumeChoice,
} from "../choice.ts";
import {
  defineNode,
  NEXT_PORT,
  type Outcome,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import { awaitAnswer, QUESTION_PORTS } from "../question.ts";
import { FAILED_PORT, resumeSaid, say, sendQuestion } from "../say.ts";
import { type PreparedCard, prepareCard, renderCard } from "./cards.ts";
import { carouselTexts, checkCarousel, replyOptions } from "./check.ts";
import { type CarouselData, carouselSchema } from "./schema.ts";

interface Prepared {
  text: Template;
  cards: PreparedCard[];
  options: PreparedOption[];
  invalidText: Template | null;
}
type CarouselScope = Scope<CarouselData, Prepared>;

function contentOf(scope: CarouselScope, text = scope.render(scope.prepared.text)) {
  const cards = scope.prepared.cards.map((card) => renderCard(scope, card));
  return { type: "carousel", text, cards } as const;
}

function ask(scope: CarouselScope, text?: string): Variables {
  return sendQuestion(scope, contentOf(scope, text));
}

function resume(scope: ResumeScope<CarouselData, Prepared>, input: ResumeInput): Outcome {
  const { options, invalidText } = scope.prepared;
  if (options.length === 0) return resumeSaid(scope, input);
  return resumeChoice(scope, input, { options, invalidText, ask: (text) => ask(scope, text) });
}

export const carouselNode = defineNode({
  type: "carousel",
  group: "say",
  summary: "Shows cards side by side, each with a picture and buttons; with reply buttons it waits for one.",
  version: 1,
  schema: carouselSchema,
  defaults: {
    text: "",
    cards: [
      { title: "", buttons: [] },
      { title: "", buttons: [] },
    ],
    retries: 2,
  },
  says: ["carousel"],
  ports(data) {
    const options = replyOptions(data);
    if (options.length === 0) return [NEXT_PORT, FAILED_PORT];
    return [...options.map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS];
  },
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    cards: data.cards.map(prepareCard),
    options: prepareOptions(replyOptions(data)),
    invalidText: compileOptional(data.invalidText),
  }),
  enter(scope) {
    if (scope.prepared.options.length === 0) return say(scope, contentOf(scope));
    return awaitAnswer(scope, ask(scope));
  },
  resume,
  takesTap: (data, tapId) => replyOptions(data).some(({ id }) => id === tapId),
  takesWords: (scope, words) => isOptionTitle(scope, words, scope.prepared.options),
  texts: carouselTexts,
  refs: (data) => choiceRefs(data.saveAs, replyOptions(data)),
  check: checkCarousel,
  silence(data) {
    const options = replyOptions(data);
    return options.length === 0 ? {} : choiceSilence(data, options);
  },
});
