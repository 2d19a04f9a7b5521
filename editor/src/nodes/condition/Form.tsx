/** The rules of a condition, alone or in groups. */

import { isRuleGroup, type Rule, type RuleGroup } from "@hilo/flow-engine";
import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { RuleFields } from "../fields/RuleFields.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_RULES = 30;
const NEW_RULE: Rule = { left: "", operator: "equals", right: "" };
const NEW_GROUP: RuleGroup = { match: "any", rules: [NEW_RULE] };

type Match = RuleGroup["match"];

export function Form({ data, onChange }: FormProps<NodeData<"condition">>) {
  const setRules = (rules: (Rule | RuleGroup)[]) => onChange({ ...data, rules });
  const add = (item: Rule | RuleGroup) => setRules([...data.rules, item]);
  return (
    <>
      {data.rules.length > 1 && (
        <MatchControl match={data.match} onChange={(match) => onChange({ ...data, match })} />
      )}
      <ItemList items={data.rules} onChange={setRules} addLabel="" itemName={t("rule")} min={1} framed>
        {(item, change, i) =>
          isRuleGroup(item) ? (
            <GroupForm group={item} onChange={change} name={t("group {number}", { number: i + 1 })} />
          ) : (
            <RuleFields rule={item} onChange={change} name={t("rule {number}", { number: i + 1 })} />
          )
        }
      </ItemList>
      {data.rules.length < MAX_RULES && (
        <Group gap={6}>
          <AddButton label={t("Add a rule")} onClick={() => add(NEW_RULE)} />
          <AddButton label={t("Add a group")} onClick={() => add(NEW_GROUP)} />
        </Group>
      )}
    </>
  );
}

function AddButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {label}
    </Button>
  );
}

interface GroupFormProps {
  group: RuleGroup;
  onChange(group: RuleGroup): void;
  name: string;
}

function GroupForm({ group, onChange, name }: GroupFormProps) {
  return (
    <Stack gap={8}>
      <MatchControl match={group.match} onChange={(match) => onChange({ ...group, match })} name={name} />
      <ItemList
        items={group.rules}
        onChange={(rules) => onChange({ ...group, rules })}
        add={group.rules.length < MAX_RULES ? () => NEW_RULE : undefined}
        addLabel={t("Add a rule to the group")}
        itemName={t("{name}, rule", { name })}
        min={1}
      >
        {(rule, change, i) => (
          <RuleFields
            rule={rule}
            onChange={change}
            name={t("{name}, rule {number}", { name, number: i + 1 })}
          />
        )}
      </ItemList>
    </Stack>
  );
}

/** @param name the group's; the whole condition has none */
function MatchControl({
  match,
  onChange,
  name,
}: {
  match: Match;
  onChange(match: Match): void;
  name?: string;
}) {
  return (
    <SegmentedControl
      fullWidth
      size={name ? "xs" : "sm"}
      {...(name && { "aria-label": t("How rules of {name} count", { name }) })}
      data={[
        { value: "all", label: name ? t("All of the group") : t("All of these hold") },
        { value: "any", label: name ? t("Any of the group") : t("Any of these holds") },
      ]}
      value={match}
      onChange={(value) => onChange(value === "any" ? "any" : "all")}
    />
  );
}
