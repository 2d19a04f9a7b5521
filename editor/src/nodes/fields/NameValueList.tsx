/** Names with a value each, which may hold variables: headers, fields of a form, details. */
import { t } from "../../i18n/t.ts";
import { ItemList } from "./ItemList.tsx";
import { PairFields } from "./PairFields.tsx";

interface NameValue {
  name: string;
  value: string;
}

interface NameValueListProps {
  items: NameValue[];
  onChange(items: NameValue[]): void;
  max: number;
  /** What one is called: "header". */
  itemName: string;
  addLabel: string;
  /** The name of a new one. */
  newName: string;
}

export function NameValueList({ items, onChange, max, itemName, addLabel, newName }: NameValueListProps) {
  return (
    <ItemList
      items={items}
      onChange={onChange}
      add={items.length < max ? () => ({ name: newName, value: "" }) : undefined}
      addLabel={addLabel}
      itemName={itemName}
    >
      {(item, change, i) => (
        <PairFields
          left={{
            label: t("Name of {item} {number}", { item: itemName, number: i + 1 }),
            value: item.name,
            set: (name) => change({ ...item, name }),
          }}
          right={{
            label: t("Value of {item} {number}", { item: itemName, number: i + 1 }),
            placeholder: t("a text or {{ a variable }}"),
            value: item.value,
            set: (value) => change({ ...item, value }),
          }}
        />
      )}
    </ItemList>
  );
}
