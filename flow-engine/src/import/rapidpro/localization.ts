/** Texts in other languages: found again by the uuid of their action. */
import type { Conversion } from "./conversion.ts";
import { bcp47 } from "./languages.ts";
import type { RapidProFlow } from "./source.ts";

/** `uuid property index` → where the text stands here. */
export type TextPlaces = Map<string, { node: string; key: string }>;

/** What is never shown to customers, so that nobody misses it. */
const SILENT = new Set(["name", "category"]);

export function carryTranslations(source: RapidProFlow, conversion: Conversion, places: TextPlaces): void {
  const { report } = conversion;
  for (const [code, items] of Object.entries(source.localization ?? {})) {
    const language = bcp47(code);
    if (language === null) {
      report.dropped(items, `“${code}” is no language.`);
      continue;
    }
    const lost = carryLanguage(items, language, conversion, places);
    if (lost === 0) report.carried(items);
    else
      report.changed(
        items,
        `${lost} of its texts belong to nothing that was carried over, to attachments or to tests of answers.`,
      );
  }
}

/** @returns how many texts had no place */
function carryLanguage(
  items: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  language: string,
  { draft, expressions }: Conversion,
  places: TextPlaces,
): number {
  let lost = 0;
  for (const [uuid, properties] of Object.entries(items)) {
    for (const [property, values] of Object.entries(properties)) {
      if (SILENT.has(property)) continue;
      for (const [at, value] of (Array.isArray(values) ? values : [values]).entries()) {
        const place = places.get(`${uuid} ${property} ${at}`);
        const text = typeof value === "string" ? expressions.translate(value).text : "";
        if (place && text !== "") draft.translate(language, place.node, place.key, text);
        else if (text !== "") lost += 1;
      }
    }
  }
  return lost;
}
