/** A list of short texts that may hold variables: phone numbers, addresses, products. */
import { TextInput } from "@mantine/core";
import { ItemList } from "./ItemList.tsx";

interface TextListProps {
  items: readonly string[];
  onChange(items: string[]): void;
  max: number;
  min?: number;
  /** What one is called: "phone". */
  itemName: string;
  addLabel: string;
  placeholder?: string;
  /** Where the list stands, for people who can't see it: "of card 2". */
  of?: string;
}

export function TextList(props: TextListProps) {
  const { items, onChange, max, min = 0, itemName, addLabel, placeholder, of = "" } = props;
  const named = (n: number) => [itemName, n, of].filter((word) => word !== "").join(" ");
  return (
    <ItemList
      items={items}
      onChange={onChange}
      add={items.length < max ? () => "" : undefined}
      addLabel={addLabel}
      itemName={itemName}
      min={min}
    >
      {(item, change, i) => (
        <TextInput
          size="xs"
          aria-label={named(i + 1).replace(/^./, (first) => first.toUpperCase())}
          placeholder={placeholder}
          value={item}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </ItemList>
  );
}
