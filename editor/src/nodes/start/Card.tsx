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
  return (
    <Group gap={5}>
      {triggers.slice(0, SHOWN).map((trigger, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no identity but their place
        <Badge key={i} variant="light" size="md" radius="sm" maw="100%">
          {triggerTitle(trigger)}
        </Badge>
      ))}
      {triggers.length > SHOWN && (
        <CardLine>{t("and {count} more", { count: triggers.length - SHOWN })}</CardLine>
      )}
    </Group>
  );
}
