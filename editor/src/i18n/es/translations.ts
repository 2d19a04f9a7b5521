/** Spanish for the texts of a flow in other languages. */
import type { Catalogue } from "../t.ts";

export const translations: Catalogue = {
  Add: "Añadir",
  "Add a language and translate the texts of this flow. Each contact gets it in their own language; what is not translated is said as you wrote it.":
    "Añade un idioma y traduce los textos de este flujo. Cada contacto lo recibe en el suyo; lo que no esté traducido se dice como lo escribiste.",
  "As written": "Como está escrito",
  "At most {count} characters": "Como máximo {count} caracteres",
  "CSV, all languages": "CSV, todos los idiomas",
  "Choose one, or write its tag: es, pt-BR.": "Elige uno o escribe su código: es, pt-BR.",
  "Everything is translated.": "Todo está traducido.",
  Export: "Exportar",
  "Import CSV or PO": "Importar CSV o PO",
  "It is there already.": "Ya está.",
  Languages: "Idiomas",
  "Nothing was imported": "No se importó nada",
  "Of these the flow's own text was changed since the export. Look at them again:":
    "El texto original de estos cambió desde la exportación. Revísalos:",
  "Only what is missing": "Solo lo que falta",
  "Remove {language}": "Quitar {language}",
  "Spanish, or a tag like es-MX": "Español, o un código como es-MX",
  "Speak your customers' languages": "Habla los idiomas de tus clientes",
  "The flow says nothing yet.": "El flujo aún no dice nada.",
  "The table has no columns “{node}” and “{key}”. Export it here, fill it in, and leave its first line as it is.":
    "La tabla no tiene las columnas “{node}” y “{key}”. Expórtala aquí, rellénala y deja su primera línea como está.",
  "These belong to no text or language of this flow, and were left out:":
    "Estos no son de ningún texto o idioma de este flujo y se omitieron:",
  "This is no PO file of a flow: it names no language, or no contexts. Export one here and translate that.":
    "No es un archivo PO de un flujo: no nombra idioma o contextos. Exporta uno aquí y traduce ese.",
  "{done} of {all} texts": "{done} de {all} textos",
  "{length} characters, and WhatsApp takes {limit}.": "{length} caracteres, y WhatsApp admite {limit}.",
  "{taken} taken over, {unchanged} with nothing new, {unknown} unknown":
    "{taken} tomados, {unchanged} sin novedad, {unknown} desconocidos",
  "{where}, in {language}": "{where}, en {language}",
};
