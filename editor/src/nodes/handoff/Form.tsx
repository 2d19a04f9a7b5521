/** What is said at the hand-over, and what agents get to know. */

import { Switch } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AssigneeFields, TeamField } from "../fields/AssigneeFields.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { TimeoutField } from "../fields/MinutesField.tsx";
import { withOptional } from "../fields/optional.ts";
import { SelectField } from "../fields/SelectField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone } from "../preview/Phone.tsx";

type Data = NodeData<"handoff">;

const ON_HAND_BACK = {
  // t:
  continue: "the flow goes on",
  end: "the flow ends",
} as const;

export function Form({ data, onChange }: FormProps<Data>) {
  return (
    <>
      <MessageField
        label={t("Say to the customer")}
        placeholder={t("One moment, a colleague will be with you.")}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <TemplateField
        label={t("Note for agents")}
        placeholder={t("Wants to change order {{ order }}")}
        description={t("Customers never see it.")}
        minRows={2}
        value={data.note ?? ""}
        onChange={(note) => onChange(withOptional(data, "note", note))}
      />
      <WhoFields data={data} onChange={onChange} />
      <SelectField
        label={t("When it is handed back")}
        options={ON_HAND_BACK}
        value={data.onHandBack}
        onChange={(onHandBack) => onChange({ ...data, onHandBack })}
      />
      <TimeoutField
        label={t("Give it back to the bot after a while")}
        description={t("If nobody hands it back, “No answer in time” is taken.")}
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

/** Whoever of a team takes it first, or somebody it is given to. */
function WhoFields({ data, onChange }: Pick<FormProps<Data>, "data" | "onChange">) {
  const { assign } = data;
  return (
    <>
      <Switch
        label={t("Give it to somebody")}
        description={t("Else whoever of the team takes it first.")}
        checked={assign !== undefined}
        onChange={(event) => {
          const given = { kind: "rule", rule: "round-robin" } as const;
          onChange(withOptional(data, "assign", event.currentTarget.checked ? given : undefined));
        }}
      />
      {assign ? (
        <AssigneeFields
          label={t("Give it to")}
          value={assign}
          onChange={(next) => onChange({ ...data, assign: next })}
        />
      ) : (
        <TeamField value={data.team ?? ""} onChange={(team) => onChange(withOptional(data, "team", team))} />
      )}
    </>
  );
}
