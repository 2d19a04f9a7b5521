/** Settings of the whole flow: how long it waits, what is said when something goes wrong, old taps. */

import type { FlowSettings, OldTap } from "@hilo/flow-engine";
import { CloseButton, Input, NumberInput, Radio, Stack } from "@mantine/core";
import { useFlow } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { DurationInput } from "../nodes/fields/MinutesField.tsx";
import { MoreFields } from "../nodes/fields/MoreFields.tsx";
import { TemplateField } from "../nodes/fields/TemplateField.tsx";
import classes from "./FlowPage.module.css";

/** As in the format. */
const MESSAGE_MAX = 1_000;
const OLD_TAPS: { value: OldTap; label: string; description: string }[] = [
  // t:
  { value: "restart", label: "Start the flow again", description: "As if the keyword had been written." },
  { value: "ignore", label: "Do nothing", description: "The tap is shown in the chat, that is all." },
  { value: "reply", label: "Reply with a text", description: "And leave it at that." },
];

export function SettingsForm({ onClose }: { onClose(): void }) {
  const settings = useFlow((state) => state.history.present.settings);
  const run = useFlow((state) => state.run);
  const set = (change: Partial<FlowSettings>) => run({ type: "set-settings", args: { settings: change } });
  return (
    <aside className={classes.side} aria-label={t("Flow settings")}>
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{t("Flow settings")}</h2>
          <p>{t("For the whole flow, not for one step.")}</p>
        </div>
        <CloseButton aria-label={t("Close the settings")} onClick={onClose} />
      </header>
      <div className={classes.panelBody}>
        <Stack gap="lg">
          <div>
            <Input.Label>{t("Forget a conversation after")}</Input.Label>
            <Input.Description mb={6}>
              {t("Without an answer for this long, it ends as “expired”.")}
            </Input.Description>
            <DurationInput
              label={t("Forget a conversation after")}
              minutes={settings.expiryMinutes}
              onChange={(expiryMinutes) => set({ expiryMinutes })}
            />
          </div>
          <TemplateField
            label={t("When something breaks, say")}
            placeholder={t("Sorry, something went wrong. We'll get back to you.")}
            description={t("Once, when the flow ends with an error. Empty: nothing is said.")}
            minRows={2}
            limit={MESSAGE_MAX}
            value={settings.errorMessage}
            onChange={(errorMessage) => set({ errorMessage })}
          />
          <TemplateField
            label={t("When a message can't be understood, say")}
            placeholder={t("I can only read text here.")}
            description={t("For example a sticker where an answer was expected.")}
            minRows={2}
            limit={MESSAGE_MAX}
            value={settings.fallbackMessage}
            onChange={(fallbackMessage) => set({ fallbackMessage })}
          />
          <OldTapFields settings={settings} set={set} />
          <MoreFields title={t("When several flows match")} used={settings.priority !== 0}>
            <NumberInput
              label={t("Priority")}
              description={t("The higher one wins between keywords that fit equally well.")}
              min={-1000}
              max={1000}
              w={140}
              value={settings.priority}
              onChange={(value) => typeof value === "number" && set({ priority: Math.round(value) })}
            />
          </MoreFields>
        </Stack>
      </div>
    </aside>
  );
}

interface OldTapFieldsProps {
  settings: FlowSettings;
  set(change: Partial<FlowSettings>): void;
}

function OldTapFields({ settings, set }: OldTapFieldsProps) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t("When somebody taps a button of an old conversation")}
        value={settings.oldTap}
        onChange={(value) => {
          const chosen = OLD_TAPS.find((option) => option.value === value);
          if (chosen) set({ oldTap: chosen.value });
        }}
      >
        <Stack gap="xs" mt="xs">
          {OLD_TAPS.map((option) => (
            <Radio
              key={option.value}
              size="sm"
              value={option.value}
              label={t(option.label)}
              description={t(option.description)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {settings.oldTap === "reply" && (
        <TemplateField
          label={t("Text")}
          minRows={2}
          limit={MESSAGE_MAX}
          value={settings.oldTapMessage}
          onChange={(oldTapMessage) => set({ oldTapMessage })}
        />
      )}
    </Stack>
  );
}
