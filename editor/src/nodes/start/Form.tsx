/** What starts the flow: keywords and other triggers. They belong to the flow, not to the step's data. */
import type { Trigger } from "@hilo/flow-engine";
import { Button, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Fragment } from "react";
import { useFlow } from "../../canvas/flow-context.tsx";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { TriggerForm } from "./TriggerForm.tsx";
import { newTrigger, TRIGGER_GROUPS, TRIGGER_LABELS } from "./trigger-types.ts";

export function Form(_: FormProps<NodeData<"start">>) {
  const triggers = useFlow((state) => state.history.present.triggers);
  const run = useFlow((state) => state.run);
  const set = (next: Trigger[]) => run({ type: "set-triggers", args: { triggers: next } });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t(
          "The flow begins when one of these happens. Capital letters and accents make no difference: “hola” is also HÓLA.",
        )}
      </Text>
      <ItemList items={triggers} onChange={set} addLabel="" itemName={t("trigger")} framed>
        {(trigger, change) => <TriggerForm trigger={trigger} onChange={change} />}
      </ItemList>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: "flex-start" }}
          >
            {t("Add a trigger")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>
          {TRIGGER_GROUPS.map(({ label, types }) => (
            <Fragment key={label}>
              <Menu.Label>{t(label)}</Menu.Label>
              {types.map((type) => (
                <Menu.Item
                  key={type}
                  onClick={() => set([...triggers, newTrigger(type, freshWord(triggers))])}
                >
                  {t(TRIGGER_LABELS[type])}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

/** A keyword to begin with that the flow does not have yet; a trigger is never empty. */
function freshWord(triggers: readonly Trigger[]): string {
  const taken = new Set(triggers.map((trigger) => (trigger.type === "keyword" ? trigger.keyword : "")));
  const words = ["hello", "hola", "menu", "info", "start"];
  return words.find((word) => !taken.has(word)) ?? `word-${triggers.length + 1}`;
}
