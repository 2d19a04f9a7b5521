/** Names with values, typed by hand: fields of a person or a form, variables of a flow. */
import { t } from "../i18n/t.ts";
import { ItemList } from "../nodes/fields/ItemList.tsx";
import { PairFields } from "../nodes/fields/PairFields.tsx";

export interface NamedValue {
  name: string;
  value: string;
}

interface NamedValuesProps {
  of: "field" | "variable";
  items: readonly NamedValue[];
  /** More are not offered. */
  most: number;
  onChange: (items: NamedValue[]) => void;
}

export function NamedValues({ of, items, most, onChange }: NamedValuesProps) {
  const words = wordsOf()[of];
  return (
    <ItemList
      items={items}
      onChange={onChange}
      add={items.length < most ? () => ({ name: "", value: "" }) : undefined}
      addLabel={words.add}
      itemName={words.one}
    >
      {(item, change, i) => (
        <PairFields
          left={{
            label: words.name(i + 1),
            value: item.name,
            set: (name) => change({ ...item, name }),
          }}
          right={{
            label: words.value(i + 1),
            value: item.value,
            set: (value) => change({ ...item, value }),
          }}
        />
      )}
    </ItemList>
  );
}

const wordsOf = () => ({
  field: {
    add: t("Add a field"),
    one: t("field"),
    name: (number: number) => t("Name of field {number}", { number }),
    value: (number: number) => t("Value of field {number}", { number }),
  },
  variable: {
    add: t("Add a variable"),
    one: t("variable"),
    name: (number: number) => t("Name of variable {number}", { number }),
    value: (number: number) => t("Value of variable {number}", { number }),
  },
});

/** By name; what has none is left out. */
export function byName(items: readonly NamedValue[]): Record<string, string> {
  const named = items.filter(({ name }) => name.trim() !== "");
  return Object.fromEntries(named.map(({ name, value }) => [name.trim(), value]));
}
