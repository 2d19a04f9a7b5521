/** Portuguese for what several places say. */
import type { Catalogue } from "../t.ts";

export const common: Catalogue = {
  Cancel: "Cancelar",
  Changed: "Mudou",
  Comment: "Comentar",
  Delete: "Excluir",
  Duplicate: "Duplicar",
  Flows: "Fluxos",
  Gone: "Removido",
  Group: "Grupo",
  Loading: "Carregando",
  New: "Novo",
  Note: "Nota",
  Redo: "Refazer",
  "Replace by": "Substituir por",
  "Replace by another type": "Substituir por outro tipo",
  "Select nothing": "Não selecionar nada",
  "Tidy up": "Arrumar",
  Undo: "Desfazer",
  Ungroup: "Desagrupar",
};
