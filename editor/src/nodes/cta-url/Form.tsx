/** What is said, what is on the button, and where it leads. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { HeaderAndFooter } from "../fields/HeaderAndFooter.tsx";
import { HeaderFields } from "../fields/HeaderFields.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { HeaderPreview } from "../preview/HeaderPreview.tsx";
import { LinkButton, Phone } from "../preview/Phone.tsx";

const LIMITS = CHANNEL_LIMITS.whatsapp.ctaUrl;

export function Form({ data, onChange }: FormProps<NodeData<"cta-url">>) {
  return (
    <>
      <MessageField
        label={t("Message")}
        placeholder={t("Your order is ready to pay.")}
        beside="ctaUrl"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <CountedInput
        label={t("Button")}
        placeholder={t("Pay now")}
        limit={LIMITS.label}
        value={data.label}
        onChange={(label) => onChange({ ...data, label })}
      />
      <TemplateField
        label={t("Address it opens")}
        minRows={1}
        limit={LIMITS.url}
        placeholder="https://shop.example.org/pay/{{ order }}"
        description={t(
          "What variables fill in is made safe for addresses. Nobody reports whether it was tapped.",
        )}
        value={data.url}
        onChange={(url) => onChange({ ...data, url })}
      />
      <HeaderAndFooter data={data} onChange={onChange} limit={LIMITS.footer}>
        <HeaderFields
          header={data.header}
          limit={LIMITS.header}
          onChange={(header) => onChange(withOptional(data, "header", header))}
        />
      </HeaderAndFooter>
      <Phone>
        <Bubble
          text={data.text}
          above={data.header && <HeaderPreview header={data.header} />}
          footer={data.footer}
        />
        <LinkButton label={data.label} />
      </Phone>
    </>
  );
}
