/** Spanish for what several places say. */
import type { Catalogue } from "../t.ts";

export const common: Catalogue = {
  Cancel: "Cancelar",
  Changed: "Cambiado",
  Comment: "Comentar",
  Delete: "Eliminar",
  Duplicate: "Duplicar",
  Flows: "Flujos",
  Gone: "Quitado",
  Group: "Grupo",
  Loading: "Cargando",
  New: "Nuevo",
  Note: "Nota",
  Redo: "Rehacer",
  "Replace by": "Reemplazar por",
  "Replace by another type": "Reemplazar por otro tipo",
  "Select nothing": "No seleccionar nada",
  "Tidy up": "Ordenar",
  Undo: "Deshacer",
  Ungroup: "Desagrupar",
};
