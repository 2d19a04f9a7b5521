/** Products of a catalog: one, a list in sections, or words with a link. Pure. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import type { ChannelLimits } from "../channel-limits.ts";
import { isBlank, productsOf } from "./conditions.ts";
import { FILLER, type Fitting, fitBody, fitLine, paragraphs } from "./fitting.ts";
import { fitFrame, frameAsText, textHeader } from "./frame.ts";

type Product = ContentOf<"product">;
type Sections = Product["sections"];
type Limits = NonNullable<ChannelLimits["product"]>;

/** One product has no header, and needs no words. */
export function fitProduct(content: Product, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.product;
  if (limits === null) return productsAsText(content, fitting);
  const { header, footer, text, ...rest } = content;
  const words = paragraphs(header, text);
  const { before, body } = words === "" ? { before: [], body: "" } : fitBody(fitting, words, limits.body);
  const below = fitLine(fitting, footer ?? "", limits.footer, "a footer");
  const sections = [{ products: productsOf(content) }];
  return [...before, { ...rest, text: body, ...(below ? { footer: below } : {}), sections }];
}

export function fitProductList(content: Product, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.product;
  if (limits === null) return productsAsText(content, fitting);
  const { header: wanted, footer: _fitted, ...rest } = content;
  const header = headerOf(content, wanted);
  const { before, frame } = fitFrame(
    fitting,
    { text: content.text, header: textHeader(header), footer: content.footer },
    limits,
  );
  const [first = [], ...others] = inMessages(content.sections, limits);
  if (others.length > 0)
    fitting.note(
      "split",
      `The products go in ${others.length + 1} messages: each holds ${limits.products} in ${limits.sections} sections.`,
    );
  const top = frame.header?.kind === "text" ? frame.header.text : FILLER;
  const framed = { ...rest, ...frame, header: top };
  return [
    ...before,
    { ...framed, sections: titled(first, limits, fitting) },
    ...others.flatMap((sections) => further({ ...framed, text: top, sections }, limits, fitting)),
  ];
}

/** A message that goes on with the list; a single product left over is shown by itself. */
function further(content: Product, limits: Limits, fitting: Fitting): MessageContent[] {
  if (productsOf(content).length === 1) return fitProduct({ ...content, header: "" }, fitting);
  return [{ ...content, sections: titled(content.sections, limits, fitting) }];
}

/** A list must have a header: else it is called by its first section, or by how its text begins. */
function headerOf({ sections, text }: Product, header: string | undefined): string {
  const candidates = [header, ...sections.map(({ title }) => title), text.trim().split("\n", 1)[0]];
  return candidates.find((words) => !isBlank(words)) ?? FILLER;
}

/** Sections of each message, one that is too long going on in the next. */
function inMessages(all: Sections, limits: Limits): Sections[] {
  const messages: Sections[] = [];
  let sections: Sections = [];
  let room = limits.products;
  for (const { title, products } of all) {
    let left = products.filter((product) => !isBlank(product));
    while (left.length > 0) {
      if (room === 0 || sections.length === limits.sections) {
        messages.push(sections);
        sections = [];
        room = limits.products;
      }
      const here = left.slice(0, room);
      sections.push({ ...(title ? { title } : {}), products: here });
      room -= here.length;
      left = left.slice(here.length);
    }
  }
  return sections.length > 0 ? [...messages, sections] : messages;
}

/** A title is required as soon as there are two sections. */
function titled(sections: Sections, limits: Limits, fitting: Fitting): Sections {
  return sections.map(({ title, products }, at) => {
    const short = fitLine(fitting, title ?? "", limits.sectionTitle, "the title of a section");
    const shown = short || (sections.length > 1 ? String(at + 1) : "");
    return { ...(shown ? { title: shown } : {}), products };
  });
}

export function productsAsText(content: Product, fitting: Fitting): MessageContent[] {
  const { text, header, footer, link } = content;
  return frameAsText(fitting, { text, header: textHeader(header), footer }, link ?? "");
}
