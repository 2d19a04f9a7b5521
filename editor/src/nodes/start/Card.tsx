/** The triggers as chips. */
import { Badge, Group } from "@mantine/core";
import { useFlow } from "../../canvas/flow-context.tsx";
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { triggerTitle } from "./trigger-words.ts";

/** More would make the start the largest card of the flow. */
const SHOWN = 8;

export function Card(_: CardProps<NodeData<"start">>) {
  const triggers = useFlow((state) => state.history.present.triggers);
  if (triggers.length === 0)
    return <CardLine>{t("Nothing starts this flow yet. Click to add a keyword.")}</CardLine>;
  // One word may start it in several ways.
  const titles = [...new Set(triggers.map(triggerTitle))];
  return (
    <Group gap={5}>
      {titles.slice(0, SHOWN).map((title) => (
        <Badge key={title} variant="light" size="md" radius="sm" maw="100%">
          {title}
        </Badge>
      ))}
      {titles.length > SHOWN && (
        <CardLine>{t("and {count} more", { count: titles.length - SHOWN })}</CardLine>
      )}
    </Group>
  );
}
