/** Portuguese for the texts of a flow in other languages. */
import type { Catalogue } from "../t.ts";

export const translations: Catalogue = {
  Add: "Adicionar",
  "Add a language and translate the texts of this flow. Each contact gets it in their own language; what is not translated is said as you wrote it.":
    "Adicione um idioma e traduza os textos deste fluxo. Cada contato recebe no idioma dele; o que não estiver traduzido é dito como você escreveu.",
  "As written": "Como está escrito",
  "At most {count} characters": "No máximo {count} caracteres",
  "CSV, all languages": "CSV, todos os idiomas",
  "Choose one, or write its tag: es, pt-BR.": "Escolha um ou escreva o código: es, pt-BR.",
  "Everything is translated.": "Tudo está traduzido.",
  Export: "Exportar",
  "Import CSV or PO": "Importar CSV ou PO",
  "It is there already.": "Já está aí.",
  Languages: "Idiomas",
  "Nothing was imported": "Nada foi importado",
  "Of these the flow's own text was changed since the export. Look at them again:":
    "O texto original destes mudou desde a exportação. Revise-os:",
  "Only what is missing": "Só o que falta",
  "Remove {language}": "Remover {language}",
  "Spanish, or a tag like es-MX": "Espanhol, ou um código como es-MX",
  "Speak your customers' languages": "Fale os idiomas dos seus clientes",
  "The flow says nothing yet.": "O fluxo ainda não diz nada.",
  "The table has no columns “{node}” and “{key}”. Export it here, fill it in, and leave its first line as it is.":
    "A tabela não tem as colunas “{node}” e “{key}”. Exporte aqui, preencha e deixe a primeira linha como está.",
  "These belong to no text or language of this flow, and were left out:":
    "Estes não são de nenhum texto ou idioma deste fluxo e foram deixados de fora:",
  "This is no PO file of a flow: it names no language, or no contexts. Export one here and translate that.":
    "Não é um arquivo PO de um fluxo: não nomeia idioma ou contextos. Exporte um aqui e traduza esse.",
  "{done} of {all} texts": "{done} de {all} textos",
  "{length} characters, and WhatsApp takes {limit}.": "{length} caracteres, e o WhatsApp aceita {limit}.",
  "{taken} taken over, {unchanged} with nothing new, {unknown} unknown":
    "{taken} aproveitados, {unchanged} sem novidade, {unknown} desconhecidos",
  "{where}, in {language}": "{where}, em {language}",
};
