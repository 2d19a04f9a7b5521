/** Every command by its wire name, and what undo calls it. */
import type { FlowDocument } from "../flow-document.ts";
import { addLanguage } from "./add-language.ts";
import { addNode } from "./add-node.ts";
import { addComment, removeComment, settleComment } from "./comments.ts";
import { connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { duplicate } from "./duplicate.ts";
import { editGroup, groupNodes, ungroup } from "./groups.ts";
import { insertOnEdge } from "./insert-on-edge.ts";
import { moveNodes } from "./move-nodes.ts";
import { paste } from "./paste.ts";
import { remove } from "./remove.ts";
import { removeLanguage } from "./remove-language.ts";
import { renameFlow } from "./rename-flow.ts";
import { renameNode } from "./rename-node.ts";
import { replaceNode } from "./replace-node.ts";
import { setSettings } from "./set-settings.ts";
import { setTests } from "./set-tests.ts";
import { setTranslations } from "./set-translations.ts";
import { setTriggers } from "./set-triggers.ts";
import { addSticky, editSticky } from "./stickies.ts";
import { updateData } from "./update-data.ts";

export const COMMANDS = {
  "add-language": addLanguage,
  "add-comment": addComment,
  "add-node": addNode,
  "add-sticky": addSticky,
  align: moveNodes,
  connect,
  disconnect,
  duplicate,
  "edit-group": editGroup,
  "edit-sticky": editSticky,
  group: groupNodes,
  "insert-on-edge": insertOnEdge,
  "move-nodes": moveNodes,
  paste,
  remove,
  "remove-language": removeLanguage,
  "remove-comment": removeComment,
  "rename-flow": renameFlow,
  "rename-node": renameNode,
  "replace-node": replaceNode,
  "set-settings": setSettings,
  "set-tests": setTests,
  "set-translations": setTranslations,
  "set-triggers": setTriggers,
  "settle-comment": settleComment,
  "tidy-up": moveNodes,
  ungroup,
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
  "add-comment": "Comment",
  "add-node": "Add step",
  "add-sticky": "Add note",
  align: "Align",
  connect: "Connect",
  disconnect: "Disconnect",
  duplicate: "Duplicate",
  "edit-group": "Edit group",
  "edit-sticky": "Edit note",
  group: "Group",
  "insert-on-edge": "Insert step",
  "move-nodes": "Move",
  paste: "Paste",
  remove: "Delete",
  "remove-language": "Remove language",
  "remove-comment": "Delete comment",
  "rename-flow": "Rename flow",
  "rename-node": "Rename step",
  "replace-node": "Replace step",
  "set-settings": "Change flow settings",
  "set-tests": "Change tests",
  "set-translations": "Translate",
  "set-triggers": "Change triggers",
  "settle-comment": "Settle comment",
  "tidy-up": "Tidy up",
  ungroup: "Ungroup",
  "update-data": "Edit step",
};

export function applyCommand(doc: FlowDocument, command: Command): FlowDocument {
  // Name and arguments belong together by the union's type, which a lookup by name can't see.
  const run = COMMANDS[command.type] as (doc: FlowDocument, args: Command["args"]) => FlowDocument;
  return run(doc, command.args);
}
