/** The value of a condition, with the field that suits it. */
import { Autocomplete, NumberInput, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { channelsQuery, namesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { PLATFORM_NAMES } from "../../shell/platforms.ts";
import { channelOptions } from "../../shell/stored-names.ts";
import type { ValueInput } from "./comparisons.ts";

interface ConditionValueProps {
  input: ValueInput;
  label: string;
  value: string;
  onChange(value: string): void;
}

/** As the API takes it. */
const MAX_DAYS = 36_525;

export function ConditionValue({ input, label, value, onChange }: ConditionValueProps) {
  const names = useQuery(namesQuery);
  const channels = useQuery(channelsQuery);
  const shared = { size: "xs", "aria-label": label } as const;
  switch (input) {
    case "none":
      return <span />;
    case "text":
      return (
        <TextInput
          {...shared}
          placeholder={t("Value")}
          maxLength={100}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "number":
      return <NumberInput {...shared} value={value} onChange={(number) => onChange(String(number))} />;
    case "days":
      return (
        <NumberInput
          {...shared}
          min={1}
          max={MAX_DAYS}
          allowDecimal={false}
          placeholder={t("Days")}
          value={value}
          onChange={(number) => onChange(String(number))}
        />
      );
    case "date":
      return (
        <TextInput
          {...shared}
          type="date"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "tag":
    case "topic":
      return (
        <Autocomplete
          {...shared}
          placeholder={input === "tag" ? t("Tag") : t("Topic")}
          data={(input === "tag" ? names.data?.tags : names.data?.topics) ?? []}
          limit={50}
          maxLength={60}
          value={value}
          onChange={onChange}
        />
      );
    case "channel":
    case "platform":
      return (
        <Select
          {...shared}
          placeholder={t("Choose one")}
          data={
            input === "channel"
              ? channelOptions(channels.data?.items)
              : Object.entries(PLATFORM_NAMES).map(([platform, words]) => ({
                  value: platform,
                  label: t(words),
                }))
          }
          value={value || null}
          onChange={(chosen) => onChange(chosen ?? "")}
        />
      );
  }
}
