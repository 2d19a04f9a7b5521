/** Shows products of a catalog, and goes on; an order comes back as a message. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { compileOptionalLink, linkProblems, renderLink } from "../link.ts";
import { FAILED_PORT, passOver, resumeSaid, say } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { type ProductData, productSchema } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.product;

interface Prepared {
  text: Template;
  header: Template | null;
  footer: Template | null;
  catalogId: Template;
  sections: { title: Template | null; products: Template[] }[];
  link: Template | null;
}

function prepare(data: ProductData): Prepared {
  return {
    text: compileTemplate(data.text),
    header: compileOptional(data.header),
    footer: compileOptional(data.footer),
    catalogId: compileTemplate(data.catalogId),
    sections: data.sections.map(({ title, products }) => ({
      title: compileOptional(title),
      products: products.map((product) => compileTemplate(product)),
    })),
    link: compileOptionalLink(data.link),
  };
}

function renderSections(scope: Scope, { sections }: Prepared) {
  return sections.flatMap(({ title, products }) => {
    const ids = products.map((product) => scope.render(product).trim()).filter((id) => id !== "");
    const words = title ? scope.render(title).trim() : "";
    return ids.length === 0 ? [] : [{ ...(words ? { title: words } : {}), products: ids }];
  });
}

function texts(data: ProductData): TextField[] {
  return [
    topText(data, "text", "the text", { limit: LIMITS.body }),
    topText(data, "header", "the header", { code: "header", limit: LIMITS.header }),
    topText(data, "footer", "the footer", { code: "footer", limit: LIMITS.footer }),
    topText(data, "catalogId", "the catalog", { code: "catalog", required: true, reader: "machine" }),
    topText(data, "link", "the address", { reader: "machine" }),
    ...data.sections.flatMap(sectionTexts),
  ];
}

function sectionTexts({ title, products }: ProductData["sections"][number], at: number): TextField[] {
  const path = ["sections", at] as const;
  return [
    {
      key: `sections.${at}.title`,
      path: [...path, "title"],
      label: `the title of section ${at + 1}`,
      source: title,
      reader: "customer",
      code: "section-title",
      limit: LIMITS.sectionTitle,
    },
    ...products.map(
      (source, n): TextField => ({
        key: `sections.${at}.products.${n}`,
        path: [...path, "products", n],
        label: `product ${n + 1} of section ${at + 1}`,
        source,
        reader: "machine",
        code: "product",
        required: true,
      }),
    ),
  ];
}

const problem = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });

function check({ header, link, sections, text }: ProductData): NodeProblem[] {
  const count = sections.reduce((sum, { products }) => sum + products.length, 0);
  return [
    ...linkProblems(link, "the address"),
    ...(count > 1 ? severalProblems(header, text) : []),
    ...(count > LIMITS.products ? [tooMany(count)] : []),
    ...(sections.length > 1 && sections.some(({ title }) => !title?.trim())
      ? [problem("section-untitled", "Of several sections each needs a title. Write it.")]
      : []),
  ];
}

function severalProblems(header: string | undefined, text: string): NodeProblem[] {
  return [
    ...(header?.trim()
      ? []
      : [problem("header-empty", "Above several products WhatsApp wants a header. Write one.")]),
    ...(text.trim()
      ? []
      : [problem("text-empty", "With several products WhatsApp wants a text. Write one.")]),
  ];
}

const tooMany = (count: number) =>
  problem(
    "products-too-many",
    `There are ${count} products and WhatsApp takes ${LIMITS.products}. Take some out.`,
  );

export const productNode = defineNode({
  type: "product",
  group: "say",
  summary: "Shows products of a catalog; an order comes back as a message.",
  version: 1,
  schema: productSchema,
  defaults: { text: "", catalogId: "", sections: [{ products: [""] }] },
  says: ["product"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare,
  enter(scope) {
    const { text, header, footer, catalogId, link } = scope.prepared;
    const sections = renderSections(scope, scope.prepared);
    if (sections.length === 0) return passOver(scope, "products-missing", "no product has an id");
    const address = link ? renderLink(scope, link) : null;
    return say(scope, {
      type: "product",
      text: scope.render(text),
      ...(header ? { header: scope.render(header) } : {}),
      ...(footer ? { footer: scope.render(footer) } : {}),
      catalogId: scope.render(catalogId).trim(),
      sections,
      ...(address ? { link: address } : {}),
    });
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts,
  check,
});
