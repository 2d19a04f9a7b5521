/** For whom and when a trigger holds. Nothing chosen: for everybody, always. */
import type { TriggerConditions } from "@hilo/flow-engine";
import { MultiSelect, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { channelOptions } from "../../shell/stored-names.ts";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { HoursField } from "./HoursField.tsx";

interface ConditionsProps {
  conditions: TriggerConditions | undefined;
  /** Undefined when nothing is left of them. */
  onChange(conditions: TriggerConditions | undefined): void;
}

const PLATFORMS = [
  { value: "whatsapp", label: "WhatsApp" },
  { value: "instagram", label: "Instagram" },
  { value: "messenger", label: "Messenger" },
  { value: "simulator", label: t("Simulator") },
];

export function Conditions({ conditions = {}, onChange }: ConditionsProps) {
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const set = <K extends keyof TriggerConditions>(key: K, value: TriggerConditions[K] | undefined) => {
    const next = withOptional(conditions, key, value);
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  const setList = (key: "channelIds" | "platforms" | "tags" | "languages", values: readonly string[]) => {
    const sound = [...new Set(values.map((value) => value.trim()))].filter((value) => value !== "");
    set(key, sound.length > 0 ? sound : undefined);
  };
  return (
    <MoreFields title={t("Only for some people or times")} used={Object.keys(conditions).length > 0}>
      <MultiSelect
        size="xs"
        label={t("On the channels")}
        placeholder={conditions.channelIds?.length ? "" : t("All")}
        data={withChosen(channelOptions(channels), conditions.channelIds)}
        value={conditions.channelIds ?? []}
        onChange={(values) => setList("channelIds", values)}
      />
      <MultiSelect
        size="xs"
        label={t("On the platforms")}
        placeholder={conditions.platforms?.length ? "" : t("All")}
        data={withChosen(PLATFORMS, conditions.platforms)}
        value={conditions.platforms ?? []}
        onChange={(values) => setList("platforms", values)}
      />
      <TagsInput
        size="xs"
        label={t("With one of the tags")}
        placeholder={t("Type a tag, then Enter")}
        value={conditions.tags ?? []}
        onChange={(values) => setList("tags", values)}
      />
      <TagsInput
        size="xs"
        label={t("Who speak one of the languages")}
        description={t("es is Spanish of every country, es-MX that of Mexico.")}
        placeholder={t("Type a code, then Enter")}
        value={conditions.languages ?? []}
        onChange={(values) => setList("languages", values)}
      />
      <HoursField hours={conditions.hours} onChange={(hours) => set("hours", hours)} />
    </MoreFields>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** What is chosen stays visible, also when it is no longer on offer. */
function withChosen(choices: readonly Choice[], chosen: readonly string[] = []): Choice[] {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return [...choices, ...missing.map((value) => ({ value, label: t("{value} (not here)", { value }) }))];
}
