/** The list of comparisons, by what they are about; typing “date” finds those of dates too. */
import { foldText, type Operator } from "@hilo/flow-engine";
import {
  type ComboboxItem,
  type ComboboxParsedItem,
  isOptionsGroup,
  type OptionsFilter,
  Select,
} from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { inWords } from "./in-words.ts";
import { isOperator, type OperatorGroup } from "./operators.ts";

interface OperatorSelectProps {
  label: string;
  groups: OperatorGroup[];
  value: Operator;
  onChange(value: Operator): void;
}

export function OperatorSelect({ label, groups, value, onChange }: OperatorSelectProps) {
  return (
    <Select
      size="xs"
      aria-label={label}
      data={groups.map(({ group, items }) => ({ group: t(group), items: inWords(items) }))}
      value={value}
      allowDeselect={false}
      searchable
      filter={byWordsOrGroup}
      maxDropdownHeight={320}
      nothingFoundMessage={t("No such comparison")}
      onChange={(next) => isOperator(next) && onChange(next)}
    />
  );
}

/** All words of the search, in the comparison's own words or in its group's title. */
const byWordsOrGroup: OptionsFilter = ({ options, search }) => {
  const words = foldText(search).split(" ");
  const found = (option: ComboboxItem, group: string) => {
    const text = foldText(`${group} ${option.label}`);
    return words.every((word) => text.includes(word));
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return found(option, "") ? [option] : [];
    const items = option.items.filter((item) => found(item, String(option.group)));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};
