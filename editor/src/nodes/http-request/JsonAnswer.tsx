/** A JSON answer whose fields are buttons: what is clicked is kept in a variable, and again: no more. */
import { Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useDocument } from "../../canvas/flow-context.tsx";
import { variablesSet } from "../../document/variables.ts";
import { t } from "../../i18n/t.ts";
import { MAX_PARTS } from "../fields/SavedPartsField.tsx";
import classes from "./http-request.module.css";
import { type JsonLine, jsonLines, nameFor } from "./json-lines.ts";
import type { SavedParts } from "./TryRequest.tsx";

/** Further ones are left out: a list's items are alike. */
const MAX_LINES = 400;

interface JsonAnswerProps {
  json: unknown;
  save: SavedParts;
  onSave(save: SavedParts): void;
}

export function JsonAnswer({ json, save, onSave }: JsonAnswerProps) {
  const doc = useDocument();
  const lines = jsonLines(json, MAX_LINES);
  const toggle = (path: string) => {
    if (save.some((part) => part.path === path)) return onSave(save.filter((part) => part.path !== path));
    if (save.length >= MAX_PARTS) return;
    onSave([...save, { path, name: nameFor(path, variablesSet(doc)) }]);
  };
  return (
    <>
      <div className={classes.code}>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            key={at}
            line={line}
            kept={line.path === null ? undefined : save.find(({ path }) => path === line.path)?.name}
            onClick={toggle}
          />
        ))}
      </div>
      {lines.length === MAX_LINES && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("Only the first {count} lines are shown.", { count: MAX_LINES })}
        </Text>
      )}
    </>
  );
}

interface LineProps {
  line: JsonLine;
  /** The variable that keeps it. */
  kept: string | undefined;
  onClick(path: string): void;
}

function Line({ line: { depth, name, text, kind, path }, kept, onClick }: LineProps) {
  const words = (
    <>
      {name !== null && <span className={classes.name}>{name}: </span>}
      <span className={kind === "value" ? classes.value : classes.faint}>{text}</span>
      {kept !== undefined && (
        <span className={classes.kept}>
          <IconCheck size={13} aria-hidden /> {kept}
        </span>
      )}
    </>
  );
  const indent = { paddingInlineStart: 8 + depth * 14 };
  if (path === null || kind === "close")
    return (
      <div className={classes.line} style={indent}>
        {words}
      </div>
    );
  return (
    <button
      type="button"
      className={classes.line}
      style={indent}
      aria-pressed={kept !== undefined}
      title={path === "" ? t("The whole answer") : path}
      onClick={() => onClick(path)}
    >
      {words}
    </button>
  );
}
