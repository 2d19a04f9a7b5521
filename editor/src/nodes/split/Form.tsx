/** The experiment's name, its variants and their weights. */

import { Group, Input, NumberInput, Switch, Text, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { sharesOf } from "./shares.ts";

/** As in the format. */
const MAX_VARIANTS = 10;
const MAX_WEIGHT = 1_000;
type Variant = NodeData<"split">["variants"][number];

export function Form({ data, onChange, nextOption }: FormProps<NodeData<"split">>) {
  const shares = sharesOf(data.variants);
  const newVariant = () => ({ id: `variant-${nextOption}`, title: "", weight: 50 });
  return (
    <>
      <TextInput
        label={t("Experiment")}
        description={t(
          "Its results are kept under this name. Steps of one name send a contact the same way.",
        )}
        placeholder={t("welcome text")}
        maxLength={64}
        value={data.experiment}
        error={data.experiment.trim() === "" && t("Give it a name.")}
        onChange={(event) => onChange({ ...data, experiment: event.currentTarget.value })}
      />
      <div>
        <Input.Label>{t("Variants")}</Input.Label>
        <Input.Description mb={6}>
          {t("A variant's share is its weight compared with the others'.")}
        </Input.Description>
        <ItemList
          items={data.variants}
          onChange={(variants) => onChange({ ...data, variants })}
          add={data.variants.length < MAX_VARIANTS ? newVariant : undefined}
          addLabel={t("Add a variant")}
          itemName={t("variant")}
          min={2}
          keyOf={(variant) => variant.id}
        >
          {(variant, change, i) => (
            <VariantFields variant={variant} onChange={change} number={i + 1} share={shares[i] ?? 0} />
          )}
        </ItemList>
      </div>
      <Switch
        label={t("The same way at every visit")}
        description={t("Otherwise each visit draws anew.")}
        checked={data.sticky}
        onChange={(event) => onChange({ ...data, sticky: event.currentTarget.checked })}
      />
      <VariableNameField
        label={t("Save the variant's name as")}
        value={data.saveAs ?? ""}
        onChange={(saveAs) => onChange(withOptional(data, "saveAs", saveAs))}
      />
    </>
  );
}

interface VariantFieldsProps {
  variant: Variant;
  onChange(variant: Variant): void;
  number: number;
  share: number;
}

function VariantFields({ variant, onChange, number, share }: VariantFieldsProps) {
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        size="xs"
        style={{ flex: 1 }}
        aria-label={t("Name of variant {number}", { number })}
        placeholder={t("name")}
        maxLength={80}
        value={variant.title}
        onChange={(event) => onChange({ ...variant, title: event.currentTarget.value })}
      />
      <NumberInput
        size="xs"
        w={72}
        aria-label={t("Weight of variant {number}", { number })}
        min={0}
        max={MAX_WEIGHT}
        value={variant.weight}
        onChange={(weight) => typeof weight === "number" && onChange({ ...variant, weight })}
      />
      <Text size="xs" c="dimmed" w={48} ta="right">
        {share} %
      </Text>
    </Group>
  );
}
