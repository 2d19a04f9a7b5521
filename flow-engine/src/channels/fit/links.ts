/** Contents that open something: a web address, a form, a catalog. */
import type { ContentOf } from "../../content/schema.ts";
import { limitsOf, type Platform } from "../limits.ts";
import { characters, oneLine, shorten } from "./cut.ts";
import { type Fitted, fitted, joined, leftOut, otherwise } from "./fitted.ts";
import { fitHeader } from "./media.ts";
import { fitBody, fitLines, fitText } from "./text.ts";

type CtaUrl = ContentOf<"cta-url">;
type Form = ContentOf<"form">;
type Product = ContentOf<"product">;

/** Shown on a button that got no label. */
const OPEN = "→";

export function nativeLink(content: CtaUrl, platform: Platform): Fitted {
  const limits = limitsOf(platform).ctaUrl;
  const header = fitHeader(content.header, platform, limits.header);
  const { before, body } = fitBody(content.text, characters(limits.body), platform);
  const words = oneLine(header.words, limits.header);
  const head = header.media ?? (words ? ({ kind: "text", text: words } as const) : undefined);
  const footer = oneLine(content.footer ?? "", limits.footer);
  const message: CtaUrl = {
    type: "cta-url",
    text: body,
    ...(head ? { header: head } : {}),
    ...(footer ? { footer } : {}),
    label: oneLine(content.label, limits.label) || OPEN,
    url: content.url,
  };
  return joined(header.before, fitted([...before, message]));
}

/** A button template has a text and buttons, nothing above or below. */
export function buttonTemplate(content: CtaUrl, platform: Platform): Fitted {
  const limits = limitsOf(platform).ctaUrl;
  const header = fitHeader(content.header, platform, 0);
  const lines = [header.words, content.text, content.footer].filter((part) => part?.trim());
  const { before, body } = fitBody(lines.join("\n\n"), characters(limits.body), platform);
  const label = oneLine(content.label, limits.label) || OPEN;
  return joined(header.before, fitted([...before, { type: "cta-url", text: body, label, url: content.url }]));
}

export function nativeForm(content: Form, platform: Platform): Fitted {
  const limits = limitsOf(platform);
  const { header, footer, text, button, ...rest } = content;
  const { before, body } = fitBody(text, characters(limits.form?.body ?? 0), platform);
  const head = oneLine(header ?? "", limits.buttons.header);
  const foot = oneLine(footer ?? "", limits.buttons.footer);
  return fitted([
    ...before,
    {
      ...rest,
      text: body,
      button: oneLine(button, limits.form?.button ?? 0) || OPEN,
      ...(head ? { header: head } : {}),
      ...(foot ? { footer: foot } : {}),
    },
  ]);
}

export function formLink({ link, header, text, footer, button }: Form, platform: Platform): Fitted | null {
  if (!link) return null;
  const words = [header, text].filter((part) => part?.trim()).join("\n\n");
  const page: CtaUrl = {
    type: "cta-url",
    text: words,
    label: button,
    url: link,
    ...(footer ? { footer } : {}),
  };
  return joined(
    fitted([], otherwise("The form is sent as a link to its page.")),
    buttonTemplate(page, platform),
  );
}

export function formText({ header, text, footer }: Form, platform: Platform): Fitted {
  const note = leftOut(
    "Forms exist on WhatsApp only, and this one has no address on the web: its text alone is sent.",
  );
  return joined(fitted([], note), fitLines([header, text, footer], platform));
}

export function nativeProducts(content: Product, platform: Platform): Fitted {
  const limits = limitsOf(platform);
  const { products } = limits;
  const sections = content.sections.filter((section) => section.products.length > 0);
  if (!products || sections.length === 0) return productLink(content, platform);
  const kept = firstProducts(sections.slice(0, products.sections), products.count);
  const { before, body } = fitBody(content.text, characters(products.body), platform);
  const header = oneLine(content.header ?? "", limits.buttons.header);
  const footer = oneLine(content.footer ?? "", limits.buttons.footer);
  const several = kept.length > 1 || (kept[0]?.products.length ?? 0) > 1;
  const message: Product = {
    type: "product",
    text: body,
    // Required above several products.
    ...(header || several
      ? { header: header || shorten(body.replace(/\s+/g, " "), limits.buttons.header) }
      : {}),
    ...(footer ? { footer } : {}),
    catalogId: content.catalogId,
    sections: kept.map(({ title, products: ids }, at) => {
      const short = oneLine(title ?? "", products.sectionTitle) || (kept.length > 1 ? `${at + 1}` : "");
      return { ...(short ? { title: short } : {}), products: ids };
    }),
    ...(content.link ? { link: content.link } : {}),
  };
  const count = (list: Product["sections"]) =>
    list.reduce((sum, section) => sum + section.products.length, 0);
  const lost = count(sections) - count(kept);
  const notes =
    lost > 0 ? [leftOut(`${lost} products are more than one message takes and are left out.`)] : [];
  return fitted([...before, message], ...notes);
}

function firstProducts(sections: Product["sections"], max: number): Product["sections"] {
  let room = max;
  return sections.flatMap((section) => {
    const products = section.products.slice(0, room);
    room -= products.length;
    return products.length > 0 ? [{ ...section, products }] : [];
  });
}

export function productLink({ header, text, footer, link }: Product, platform: Platform): Fitted {
  const note = link
    ? otherwise("Catalogs exist on WhatsApp only: the link is sent instead.")
    : leftOut("Catalogs exist on WhatsApp only, and there is no link: the text alone is sent.");
  const words = [header, text, footer, link].filter((part) => part?.trim()).join("\n\n");
  return joined(fitted([], note), fitText({ type: "text", text: words }, platform));
}
