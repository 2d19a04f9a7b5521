/** What there is to choose from, and how many. */
import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Group, Input, NumberInput, Switch } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

type AskData = NodeData<"ask">;
const LIMITS = CHANNEL_LIMITS.whatsapp;
/** As in the format. */
const MAX_OPTIONS = 30;

export function OptionFields({ data, onChange, nextOption }: FormProps<AskData>) {
  const options = data.options ?? [];
  const { multiple } = data;
  return (
    <>
      <div>
        <Input.Label mb={4}>{t("Options")}</Input.Label>
        <Input.Description mb={6}>{shownAs(options.length)}</Input.Description>
        <ItemList
          items={options}
          onChange={(next) => onChange({ ...data, options: next })}
          add={options.length < MAX_OPTIONS ? () => ({ id: `opt-${nextOption}`, title: "" }) : undefined}
          addLabel={t("Add an option")}
          itemName={t("option")}
          min={1}
          keyOf={(option) => option.id}
        >
          {(option, change, i) => (
            <CountedInput
              aria-label={t("Option {number}", { number: i + 1 })}
              placeholder={t("Option {number}", { number: i + 1 })}
              limit={options.length > LIMITS.buttons.count ? LIMITS.list.rowTitle : LIMITS.buttons.title}
              value={option.title}
              onChange={(title) => change({ ...option, title })}
            />
          )}
        </ItemList>
      </div>
      <Switch
        label={t("Several may be chosen")}
        description={t("One by one, or in one message: 1, 3.")}
        checked={multiple !== undefined}
        onChange={(event) =>
          onChange(withOptional(data, "multiple", event.currentTarget.checked ? { min: 1 } : undefined))
        }
      />
      {multiple && (
        <Group grow>
          <NumberInput
            label={t("At least")}
            min={0}
            max={options.length}
            value={multiple.min}
            onChange={(min) =>
              onChange({ ...data, multiple: { ...multiple, min: typeof min === "number" ? min : 0 } })
            }
          />
          <NumberInput
            label={t("At most")}
            placeholder={t("all of them")}
            min={1}
            max={options.length}
            value={multiple.max ?? ""}
            onChange={(max) =>
              onChange({
                ...data,
                multiple: withOptional(multiple, "max", typeof max === "number" ? max : undefined),
              })
            }
          />
        </Group>
      )}
    </>
  );
}

function shownAs(count: number): string {
  if (count <= LIMITS.buttons.count) return t("Shown as buttons.");
  return count <= LIMITS.list.rows ? t("Shown as a list.") : t("More than ten are numbered in the message.");
}
