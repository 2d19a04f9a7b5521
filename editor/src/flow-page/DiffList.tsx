/** What changed, in words: which steps are new, gone or different, and what of the whole flow. */

import { List, Text } from "@mantine/core";
import type { FlowDiff, Mark } from "../document/diff-documents.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./FlowPage.module.css";

const MARK_WORDS: Record<Mark, string> = {
  // t:
  added: "New",
  removed: "Gone",
  changed: "Changed",
};
const PART_WORDS: Record<string, string> = {
  // t:
  triggers: "What starts the flow",
  settings: "Flow settings",
  translations: "Translations",
  name: "Name of the flow",
  language: "Language of the texts",
  inputs: "What it begins with",
  outputs: "What it gives back",
};
/** More are counted. */
const SHOWN = 8;

export function DiffList({ diff }: { diff: FlowDiff }) {
  const steps = diff.joined.nodes.flatMap((node) => {
    const mark = diff.nodes.get(node.id);
    return mark ? [{ id: node.id, mark, name: node.name || t(nodeUi(node.type).title) }] : [];
  });
  const onlyEdges = steps.length === 0 && diff.edges.size > 0;
  return (
    <List size="sm" spacing={3} listStyleType="none">
      {steps.slice(0, SHOWN).map(({ id, mark, name }) => (
        <List.Item key={id}>
          <span className={classes.mark} data-mark={mark}>
            {t(MARK_WORDS[mark])}
          </span>
          {name}
        </List.Item>
      ))}
      {steps.length > SHOWN && (
        <List.Item>
          <Text size="sm" c="dimmed">
            {t("and {count} more", { count: steps.length - SHOWN })}
          </Text>
        </List.Item>
      )}
      {onlyEdges && <List.Item>{t("Where steps lead to")}</List.Item>}
      {diff.parts.map((part) => (
        <List.Item key={part}>{t(PART_WORDS[part] ?? part)}</List.Item>
      ))}
    </List>
  );
}
