/** The text to sort, and what there is to choose from. */

import { Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { InstructionsField, ModelFields } from "../fields/AiFields.tsx";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

type Data = NodeData<"ai-classify">;
type Category = Data["categories"][number];

/** As in the format. */
const MAX_CATEGORIES = 20;
const MAX_TITLE_CHARS = 80;
const MAX_DESCRIPTION_CHARS = 500;

export function Form({ data, onChange, nextOption }: FormProps<Data>) {
  return (
    <>
      <TemplateField
        label={t("Text to sort")}
        description={t("Empty: the customer's latest message.")}
        minRows={1}
        value={data.input}
        onChange={(input) => onChange({ ...data, input })}
      />
      <div>
        <Input.Label>{t("Categories")}</Input.Label>
        <Input.Description mb={6}>
          {t("Each is a way out; if none fits, “None of these” is taken.")}
        </Input.Description>
        <ItemList
          items={data.categories}
          onChange={(categories) => onChange({ ...data, categories })}
          add={data.categories.length < MAX_CATEGORIES ? () => newCategory(nextOption) : undefined}
          addLabel={t("Add a category")}
          itemName={t("category")}
          min={1}
          keyOf={(category) => category.id}
          framed
        >
          {(category, change, i) => <CategoryForm category={category} onChange={change} index={i} />}
        </ItemList>
      </div>
      <InstructionsField data={data} onChange={onChange} />
      <ModelFields data={data} onChange={onChange} />
    </>
  );
}

const newCategory = (number: number): Category => ({ id: `cat-${number}`, title: "" });

interface CategoryFormProps {
  category: Category;
  onChange(category: Category): void;
  index: number;
}

function CategoryForm({ category, onChange, index }: CategoryFormProps) {
  return (
    <Stack gap={6}>
      <CountedInput
        size="xs"
        aria-label={t("Title of category {number}", { number: index + 1 })}
        placeholder={t("Complaint")}
        limit={MAX_TITLE_CHARS}
        value={category.title}
        onChange={(title) => onChange({ ...category, title })}
      />
      <TextInput
        size="xs"
        aria-label={t("What belongs to category {number}", { number: index + 1 })}
        placeholder={t("What belongs to it, for the model")}
        maxLength={MAX_DESCRIPTION_CHARS}
        value={category.description ?? ""}
        onChange={(event) => onChange(withOptional(category, "description", event.currentTarget.value))}
      />
    </Stack>
  );
}
