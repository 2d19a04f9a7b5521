/** The words of a message: counted as the strictest of the channels counts on which the flow may run. */
import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "../../api/queries.ts";
import { useFlow } from "../../canvas/flow-context.tsx";
import { platformsOf, textLimit } from "./flow-channels.ts";
import { TemplateField, type TemplateFieldProps } from "./TemplateField.tsx";

export function MessageField(props: Omit<TemplateFieldProps, "limit" | "where" | "inBytes">) {
  const triggers = useFlow((state) => state.history.present.triggers);
  const channels = useQuery(channelsQuery).data?.items ?? [];
  return <TemplateField {...props} {...textLimit(platformsOf(triggers, channels))} />;
}
