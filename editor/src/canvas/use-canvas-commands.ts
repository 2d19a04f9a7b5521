/** The canvas' actions, and every type of step, in the command palette. */

import { useCallback, useEffect, useRef } from "react";
import { t } from "../i18n/t.ts";
import { NODE_UI } from "../nodes/index.ts";
import { type PaletteCommand, usePaletteCommands } from "../shell/commands.ts";
import { keyNames } from "../shell/key-names.ts";
import { CANVAS_ACTIONS, type CanvasTools, isOffered } from "./actions.ts";
import { ADDABLE_TYPES } from "./find-types.ts";

export function useCanvasCommands(
  tools: CanvasTools,
  addStep: (type: (typeof ADDABLE_TYPES)[number]) => void,
) {
  const latest = useRef({ tools, addStep });
  useEffect(() => {
    latest.current = { tools, addStep };
  });
  usePaletteCommands(useCallback(() => commandsOf(latest.current.tools, latest.current.addStep), []));
}

function commandsOf(tools: CanvasTools, addStep: Parameters<typeof useCanvasCommands>[1]): PaletteCommand[] {
  const state = tools.store.getState();
  const offered = CANVAS_ACTIONS.filter(
    (action) => !action.byBrowser && !/^(go|nudge)-/.test(action.id) && isOffered(action, state),
  );
  const actions = offered.map(({ id, title, section, keys: [keys] }) => ({
    id,
    title: t(title),
    group: t(section),
    ...(keys !== undefined && { keys: keyNames(keys) }),
    run: () => CANVAS_ACTIONS.find((action) => action.id === id)?.run(tools),
  }));
  if (state.readOnly) return actions;
  const steps = ADDABLE_TYPES.map((type) => ({
    id: `add-${type}`,
    title: t("Add: {what}", { what: t(NODE_UI[type].title) }),
    group: t("Add a step"),
    keywords: `${NODE_UI[type].description} ${NODE_UI[type].keywords}`,
    icon: NODE_UI[type].icon,
    run: () => addStep(type),
  }));
  return [...actions, ...steps];
}
