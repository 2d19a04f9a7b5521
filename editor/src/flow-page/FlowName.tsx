/** The flow's name, edited in place. */

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useFlow } from "../canvas/flow-context.tsx";
import { FLOW_NAME_MAX } from "../document/commands/rename-flow.ts";
import { t } from "../i18n/t.ts";
import classes from "./FlowPage.module.css";

export function FlowName() {
  const name = useFlow((state) => state.history.present.name);
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null) run({ type: "rename-flow", args: { name: typed } });
    setTyped(null);
  };
  return (
    <TextInput
      className={classes.name ?? ""}
      aria-label={t("Name of the flow")}
      readOnly={readOnly}
      maxLength={FLOW_NAME_MAX}
      value={typed ?? name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}
