/** What a column of an uploaded table seems to be, by its header in English, Spanish or Portuguese. Pure. */
import type { ColumnTarget } from "../contract/contact-imports.ts";
import { foldText } from "../db/word-search.ts";

const WORDS = {
  phone:
    "phone|phone number|mobile|mobile phone|cell|cell phone|whatsapp|number|telefono|telefono movil|movil|celular|numero|telefone|fone|tel|e164",
  name: "name|full name|first name|contact|contact name|nombre|nombre completo|nombres|contacto|cliente|nome|nome completo|contato",
  email: "email|e mail|mail|email address|correo|correo electronico|endereco de email",
  language: "language|lang|locale|idioma|lengua|lingua",
  tags: "tags|tag|labels|label|etiquetas|etiqueta|marcadores",
} as const;

/** What an export has beside the fields, and what nobody can bring in. */
const LEFT_OUT = new Set(["opted out", "marketing opted out", "last wrote", "created", "id"]);

const TARGETS = ["phone", "name", "email", "language", "tags"] as const;
const MAX_FIELD_CHARS = 64;

/** Each target once, the first column that seems to be it; what is nothing else is a field of its own name. */
export function guessColumns(headers: readonly string[]): ColumnTarget[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const word = foldText(header)
      .replace(/[_\s.-]+/g, " ")
      .trim();
    const target = TARGETS.find((to) => WORDS[to].split("|").includes(word));
    if (target && !taken.has(target)) {
      taken.add(target);
      return { to: target };
    }
    const field = header
      .replace(/^fields\./, "")
      .trim()
      .slice(0, MAX_FIELD_CHARS);
    if (word === "" || field === "" || LEFT_OUT.has(word) || taken.has(`field ${field}`))
      return { to: "nothing" };
    taken.add(`field ${field}`);
    return { to: "field", field };
  });
}
