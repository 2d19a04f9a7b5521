/** Which parts of a JSON answer are kept, and as what. */
import { t } from "../../i18n/t.ts";
import { ItemList } from "./ItemList.tsx";
import { PairFields } from "./PairFields.tsx";
import { variableName } from "./VariableNameField.tsx";

interface SavedPart {
  path: string;
  name: string;
}

/** As in the format. */
export const MAX_PARTS = 30;

interface SavedPartsFieldProps {
  save: SavedPart[];
  onChange(save: SavedPart[]): void;
  addLabel: string;
}

export function SavedPartsField({ save, onChange, addLabel }: SavedPartsFieldProps) {
  return (
    <ItemList
      items={save}
      onChange={onChange}
      add={save.length < MAX_PARTS ? () => ({ path: "", name: "result" }) : undefined}
      addLabel={addLabel}
      itemName={t("part")}
    >
      {(part, change, i) => (
        <PairFields
          between="→"
          left={{
            label: t("Path of part {number}", { number: i + 1 }),
            placeholder: t("items.0.name; empty: all"),
            value: part.path,
            set: (path) => change({ ...part, path }),
          }}
          right={{
            label: t("Variable for part {number}", { number: i + 1 }),
            value: part.name,
            set: (name) => change({ ...part, name: variableName(name) }),
          }}
        />
      )}
    </ItemList>
  );
}
