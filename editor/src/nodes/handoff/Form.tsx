/** What is said at the hand-over, and what agents get to know. */
import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { TextInput } from "@mantine/core";
import { TimeoutField } from "../fields/MinutesField.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone } from "../preview/Phone.tsx";

export function Form({ data, onChange }: FormProps<NodeData<"handoff">>) {
  return (
    <>
      <TemplateField
        label="Say to the customer"
        placeholder="One moment, a colleague will be with you."
        limit={CHANNEL_LIMITS.whatsapp.text}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <TemplateField
        label="Note for agents"
        placeholder="Wants to change order {{ order }}"
        description="Customers never see it."
        minRows={2}
        value={data.note ?? ""}
        onChange={(note) => onChange(withOptional(data, "note", note))}
      />
      <TextInput
        label="Team"
        placeholder="Support"
        maxLength={80}
        value={data.team ?? ""}
        onChange={(event) => onChange(withOptional(data, "team", event.currentTarget.value))}
      />
      <TimeoutField
        label="Give it back to the bot after a while"
        description="If nobody hands it back, “No answer in time” is taken."
        minutes={data.timeoutMinutes}
        onChange={(minutes) => onChange(withOptional(data, "timeoutMinutes", minutes))}
      />
      {data.text !== "" && (
        <Phone>
          <Bubble text={data.text} />
        </Phone>
      )}
    </>
  );
}
