/** Another flow, by its name. */
import { Autocomplete } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { useFlowChoices } from "./use-flow-choices.ts";

interface FlowFieldProps {
  /** Its id or its name. */
  value: string;
  onChange(flow: string): void;
}

export function FlowField({ value, onChange }: FlowFieldProps) {
  const choices = useFlowChoices();
  const names = [...new Set(choices.map(({ label }) => label))];
  return (
    <Autocomplete
      label={t("Flow")}
      description={t(
        "If it is not published by then, the way out “Not found” is taken; if that leads nowhere, the session ends.",
      )}
      placeholder={t("Choose a published flow")}
      data={names}
      value={choices.find((choice) => choice.value === value)?.label ?? value}
      maxLength={120}
      error={value === "" && t("Choose a flow.")}
      onChange={onChange}
    />
  );
}

/** How a flow that is kept by its id or name is called. */
export function useFlowName(flow: string): string {
  return useFlowChoices().find(({ value }) => value === flow)?.label ?? flow;
}
