/** Portuguese for the steps of undo. */
import type { Catalogue } from "../t.ts";

export const document: Catalogue = {
  "Add language": "Adicionar idioma",
  "Add step": "Adicionar passo",
  Align: "Alinhar",
  "Change flow settings": "Mudar ajustes do fluxo",
  "Change tests": "Alterar testes",
  "Change triggers": "Mudar gatilhos",
  "Delete comment": "Excluir comentário",
  "Edit group": "Editar grupo",
  "Edit note": "Editar nota",
  "Edit step": "Editar passo",
  "Insert step": "Inserir passo",
  Move: "Mover",
  Paste: "Colar",
  "Remove language": "Remover idioma",
  "Rename flow": "Renomear fluxo",
  "Rename step": "Renomear passo",
  "Replace step": "Substituir passo",
  "Settle comment": "Resolver comentário",
  Translate: "Traduzir",
};
