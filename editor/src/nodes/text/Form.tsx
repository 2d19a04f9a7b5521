/** What a text message says. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Switch } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone } from "../preview/Phone.tsx";

const HAS_LINK = /https?:\/\//i;

export function Form({ data, onChange }: FormProps<NodeData<"text">>) {
  return (
    <>
      <TemplateField
        label={t("Message")}
        placeholder={t("Hello! How can we help?")}
        description={t("*bold*, _italic_ and ~struck~ work as on the phone.")}
        limit={CHANNEL_LIMITS.whatsapp.text}
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
