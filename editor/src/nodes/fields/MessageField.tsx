/** The words of a message: counted as the strictest of the channels counts on which the flow may run. */
import { type Framed, textLimit } from "./flow-channels.ts";
import { TemplateField, type TemplateFieldProps } from "./TemplateField.tsx";
import { useFlowPlatforms } from "./use-flow-platforms.ts";

interface MessageFieldProps extends Omit<TemplateFieldProps, "limit" | "where" | "inBytes"> {
  /** What it stands beside. */
  beside?: Framed;
}

export function MessageField({ beside, ...props }: MessageFieldProps) {
  return <TemplateField {...props} {...textLimit(useFlowPlatforms(), beside)} />;
}
