/** Spanish for the steps of undo. */
import type { Catalogue } from "../t.ts";

export const document: Catalogue = {
  "Add language": "Añadir idioma",
  "Add step": "Añadir paso",
  Align: "Alinear",
  "Change flow settings": "Cambiar ajustes del flujo",
  "Change tests": "Cambiar pruebas",
  "Change triggers": "Cambiar disparadores",
  "Delete comment": "Eliminar comentario",
  "Edit group": "Editar grupo",
  "Edit note": "Editar nota",
  "Edit step": "Editar paso",
  "Insert step": "Insertar paso",
  Move: "Mover",
  Paste: "Pegar",
  "Remove language": "Quitar idioma",
  "Rename flow": "Cambiar nombre del flujo",
  "Rename step": "Cambiar nombre del paso",
  "Replace step": "Reemplazar paso",
  "Settle comment": "Resolver comentario",
  Translate: "Traducir",
};
