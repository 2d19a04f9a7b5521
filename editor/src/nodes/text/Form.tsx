/** What a text message says. */

import { Switch } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { MessageField } from "../fields/MessageField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone } from "../preview/Phone.tsx";

const HAS_LINK = /https?:\/\//i;

export function Form({ data, onChange }: FormProps<NodeData<"text">>) {
  return (
    <>
      <MessageField
        label={t("Message")}
        placeholder={t("Hello! How can we help?")}
        description={t("*bold*, _italic_ and ~struck~ work as on the phone.")}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      {HAS_LINK.test(data.text) && (
        <Switch
          label={t("Show a preview of the link")}
          checked={data.preview ?? false}
          onChange={(event) => onChange({ ...data, preview: event.currentTarget.checked })}
        />
      )}
      <Phone>
        <Bubble text={data.text} />
      </Phone>
    </>
  );
}
