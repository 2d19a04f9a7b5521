/** Every command by its wire name, and what undo calls it. */
import type { FlowDocument } from "../flow-document.ts";
import { addLanguage } from "./add-language.ts";
import { addNode } from "./add-node.ts";
import { connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { duplicate } from "./duplicate.ts";
import { insertOnEdge } from "./insert-on-edge.ts";
import { moveNodes } from "./move-nodes.ts";
import { paste } from "./paste.ts";
import { remove } from "./remove.ts";
import { removeLanguage } from "./remove-language.ts";
import { renameFlow } from "./rename-flow.ts";
import { renameNode } from "./rename-node.ts";
import { setSettings } from "./set-settings.ts";
import { setTranslations } from "./set-translations.ts";
import { setTriggers } from "./set-triggers.ts";
import { updateData } from "./update-data.ts";

export const COMMANDS = {
  "add-language": addLanguage,
  "add-node": addNode,
  connect,
  disconnect,
  duplicate,
  "insert-on-edge": insertOnEdge,
  "move-nodes": moveNodes,
  paste,
  remove,
  "remove-language": removeLanguage,
  "rename-flow": renameFlow,
  "rename-node": renameNode,
  "set-settings": setSettings,
  "set-translations": setTranslations,
  "set-triggers": setTriggers,
  "update-data": updateData,
};

export type CommandName = keyof typeof COMMANDS;
/** A command as data: its name and its arguments. */
export type Command = {
  [Name in CommandName]: { type: Name; args: Parameters<(typeof COMMANDS)[Name]>[1] };
}[CommandName];

/** Named in the undo and redo buttons. */
export const COMMAND_TITLES: Record<CommandName, string> = {
  "add-language": "Add language",
  "add-node": "Add step",
  connect: "Connect",
  disconnect: "Disconnect",
  duplicate: "Duplicate",
  "insert-on-edge": "Insert step",
  "move-nodes": "Move",
  paste: "Paste",
  remove: "Delete",
  "remove-language": "Remove language",
  "rename-flow": "Rename flow",
  "rename-node": "Rename step",
  "set-settings": "Change flow settings",
  "set-translations": "Translate",
  "set-triggers": "Change triggers",
  "update-data": "Edit step",
};

export function applyCommand(doc: FlowDocument, command: Command): FlowDocument {
  // Name and arguments belong together by the union's type, which a lookup by name can't see.
  const run = COMMANDS[command.type] as (doc: FlowDocument, args: Command["args"]) => FlowDocument;
  return run(doc, command.args);
}
