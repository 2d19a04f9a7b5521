/** Which products of which catalog. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { TextList } from "../fields/TextList.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";
import { productCount } from "./product-count.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.product;
type ProductData = NodeData<"product">;
type PartProps = Pick<FormProps<ProductData>, "data" | "onChange">;

export function Form({ data, onChange }: FormProps<ProductData>) {
  const several = data.sections.flatMap(({ products }) => products).length > 1;
  return (
    <>
      <TextInput
        label={t("Catalog")}
        description={t("Its id in Meta's Commerce Manager.")}
        placeholder="194836987003835"
        maxLength={200}
        value={data.catalogId}
        onChange={(event) => onChange({ ...data, catalogId: event.currentTarget.value })}
      />
      <Products data={data} onChange={onChange} />
      {(several || data.header !== undefined) && (
        <CountedInput
          label={t("Header")}
          description={t("WhatsApp wants one above several products.")}
          limit={LIMITS.header}
          value={data.header ?? ""}
          onChange={(header) => onChange(withOptional(data, "header", header))}
        />
      )}
      <TemplateField
        label={t("Message")}
        placeholder={t("Our roses of today")}
        limit={LIMITS.body}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <MoreFields title={t("Footer and link")} used={data.footer !== undefined || data.link !== undefined}>
        <CountedInput
          label={t("Footer")}
          limit={LIMITS.footer}
          value={data.footer ?? ""}
          onChange={(footer) => onChange(withOptional(data, "footer", footer))}
        />
        <TemplateField
          label={t("Address of the shop")}
          minRows={1}
          description={t("Where people are sent on platforms without catalogs.")}
          value={data.link ?? ""}
          onChange={(link) => onChange(withOptional(data, "link", link))}
        />
      </MoreFields>
      <Phone>
        <Bubble
          text={data.text}
          empty={productCount(data)}
          above={data.header && <BubbleHeader text={data.header} />}
          footer={data.footer}
        />
        <PhoneButton>{several ? t("View items") : t("View")}</PhoneButton>
      </Phone>
    </>
  );
}

function Products({ data, onChange }: PartProps) {
  const titled = data.sections.length > 1;
  return (
    <div>
      <Input.Label mb={4}>{t("Products")}</Input.Label>
      <ItemList
        framed
        items={data.sections}
        onChange={(sections) => onChange({ ...data, sections })}
        add={data.sections.length < LIMITS.sections ? () => ({ products: [""] }) : undefined}
        addLabel={t("Add a section")}
        itemName={t("section")}
        min={1}
      >
        {(section, change, i) => (
          <Stack gap={6}>
            {(titled || section.title !== undefined) && (
              <CountedInput
                size="xs"
                aria-label={t("Title of section {number}", { number: i + 1 })}
                placeholder={t("Title of the section")}
                limit={LIMITS.sectionTitle}
                value={section.title ?? ""}
                onChange={(title) => change(withOptional(section, "title", title))}
              />
            )}
            <TextList
              items={section.products}
              onChange={(products) => change({ ...section, products })}
              min={1}
              max={LIMITS.products}
              itemName={t("product")}
              addLabel={t("Add a product")}
              placeholder={t("its content id, as rose-red")}
              of={titled ? t("of section {number}", { number: i + 1 }) : ""}
            />
          </Stack>
        )}
      </ItemList>
    </div>
  );
}
