/** What RapidPro's paths are called here: `results.color` is the variable `color`, `fields.age` is `contact.age`. */
import type { SafeNames } from "../safe-names.ts";

const CONTACT: Readonly<Record<string, string>> = {
  name: "contact.name",
  first_name: 'contact.name | split: " " | first',
  language: "contact.language",
  timezone: "contact.timeZone",
  tel: "contact.phone",
  urn: "contact.phone",
  id: "contact.id",
  uuid: "contact.id",
};

/** `Favorite Color` → `favorite_color`, as RapidPro keys its results. */
export function resultKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

export class RapidProPaths {
  readonly #names: SafeNames;

  constructor(names: SafeNames) {
    this.#names = names;
  }

  result(name: string): string {
    return this.#names.of(resultKey(name) || "result");
  }

  category(name: string): string {
    return this.#names.of(`${resultKey(name) || "result"}_category`);
  }

  local(name: string): string {
    return this.#names.of(name);
  }

  /** As it stands in a template, perhaps with filters; null when there is nothing like it. */
  value(path: string): string | null {
    const [root = "", first = "", ...rest] = path.split(".");
    switch (root.toLowerCase()) {
      case "contact":
        return contact(first, rest);
      case "fields":
        return field(first);
      case "urns":
        return first === "tel" || first === "whatsapp" ? "contact.phone" : null;
      case "input":
        return first === "" || first === "text" || first === "value" ? "message.text" : null;
      case "results":
        return this.#result(first, rest);
      case "child":
      case "parent":
        return first === "results" ? this.#result(rest[0] ?? "", rest.slice(1)) : null;
      case "locals":
        return first === "" ? null : this.local(first);
      case "legacy_extra":
        return first === "" ? null : ["webhook", first, ...rest].join(".");
      case "webhook":
        return webhook(first, rest);
      default:
        return null;
    }
  }

  #result(name: string, [part = "", ...deeper]: readonly string[]): string | null {
    if (name === "") return null;
    if (part === "" || part === "value" || part === "input" || part === "values") return this.result(name);
    if (part === "category" || part === "category_localized") return this.category(name);
    return part === "extra" ? ["webhook", ...deeper].join(".") : null;
  }
}

function contact(first: string, rest: readonly string[]): string | null {
  if (first === "") return "contact.name";
  if (first === "fields") return field(rest[0] ?? "");
  return Object.hasOwn(CONTACT, first) ? (CONTACT[first] ?? null) : null;
}

function field(name: string): string | null {
  return /^[A-Za-z_]\w*$/.test(name) ? `contact.${name}` : null;
}

function webhook(first: string, rest: readonly string[]): string | null {
  if (first === "status") return "webhook_status";
  const parts = first === "json" ? rest : first === "" ? [] : [first, ...rest];
  return ["webhook", ...parts].join(".");
}
