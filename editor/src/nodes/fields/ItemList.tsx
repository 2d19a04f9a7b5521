/** A list whose items can be added, taken away and moved; what an item looks like is the caller's business. */
import { ActionIcon, Button, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import classes from "./fields.module.css";

interface ItemListProps<T> {
  items: readonly T[];
  onChange(items: T[]): void;
  /** A new item; absent: none can be added (the channel's limit is reached). */
  add?: (() => NoInfer<T>) | undefined;
  addLabel: string;
  /** What one is called, for people who can't see the icons: "button 2". */
  itemName: string;
  /** The fewest there may be. */
  min?: number;
  children(item: T, change: (item: T) => void, index: number): ReactNode;
  keyOf?(item: T, index: number): string;
  /** Each item in a frame of its own: for items of several fields. */
  framed?: boolean;
}

export function ItemList<T>(props: ItemListProps<T>) {
  const { items, onChange, add, addLabel, itemName, min = 0, children, keyOf, framed = false } = props;
  return (
    <Stack gap={framed ? 8 : 6}>
      {items.map((item, i) => (
        <div key={keyOf?.(item, i) ?? i} className={`${classes.row} ${framed ? classes.item : ""}`}>
          <div className={classes.grow}>{children(item, (next) => onChange(items.with(i, next)), i)}</div>
          <div className={classes.moves}>
            <ItemButton
              label={t("Move {item} {number} up", { item: itemName, number: i + 1 })}
              off={i === 0}
              onClick={() => onChange(moved(items, i, -1))}
            >
              <IconChevronUp size={15} />
            </ItemButton>
            <ItemButton
              label={t("Move {item} {number} down", { item: itemName, number: i + 1 })}
              off={i === items.length - 1}
              onClick={() => onChange(moved(items, i, 1))}
            >
              <IconChevronDown size={15} />
            </ItemButton>
            <ItemButton
              label={t("Remove {item} {number}", { item: itemName, number: i + 1 })}
              off={items.length <= min}
              onClick={() => onChange(items.toSpliced(i, 1))}
            >
              <IconTrash size={15} />
            </ItemButton>
          </div>
        </div>
      ))}
      {add && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: "flex-start" }}
          onClick={() => onChange([...items, add()])}
        >
          {addLabel}
        </Button>
      )}
    </Stack>
  );
}

interface ItemButtonProps {
  label: string;
  off: boolean;
  onClick(): void;
  children: ReactNode;
}

function ItemButton({ label, off, onClick, children }: ItemButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      mt={5}
      aria-label={label}
      disabled={off}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

function moved<T>(items: readonly T[], index: number, by: number): T[] {
  const item = items[index];
  return item === undefined ? [...items] : items.toSpliced(index, 1).toSpliced(index + by, 0, item);
}
