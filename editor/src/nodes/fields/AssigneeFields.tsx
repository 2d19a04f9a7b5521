/** Who gets a conversation: nobody, a member, a team, or one of them by a rule. */
import type { AssigneeData } from "@hilo/flow-engine";
import { Autocomplete, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { teamsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { withOptional } from "./optional.ts";
import { SelectField } from "./SelectField.tsx";
import { TemplateField } from "./TemplateField.tsx";

type Assignee = AssigneeData;

const WHO = {
  // t:
  rule: "whoever's turn it is",
  team: "a team",
  user: "one member",
  nobody: "nobody: take it from whoever has it",
} as const;
const RULES = {
  // t:
  "round-robin": "each in turn",
  "least-busy": "the one with the fewest open conversations",
} as const;

/** As in the format. */
const MAX_TEAM_CHARS = 80;

interface AssigneeFieldsProps {
  label: string;
  value: Assignee;
  onChange(value: Assignee): void;
}

export function AssigneeFields({ label, value, onChange }: AssigneeFieldsProps) {
  return (
    <Stack gap="sm">
      <SelectField
        label={label}
        options={WHO}
        value={value.kind}
        onChange={(kind) => onChange(blank(kind))}
      />
      {value.kind === "user" && (
        <TemplateField
          label={t("Member")}
          description={t("The member's e-mail address.")}
          placeholder="ana@example.org"
          minRows={1}
          value={value.user}
          onChange={(user) => onChange({ ...value, user })}
        />
      )}
      {value.kind === "team" && (
        <TeamField value={value.team} onChange={(team) => onChange({ ...value, team })} />
      )}
      {value.kind === "rule" && (
        <>
          <SelectField
            label={t("How one is chosen")}
            options={RULES}
            value={value.rule}
            onChange={(rule) => onChange({ ...value, rule })}
          />
          <TeamField
            description={t("Without one, everybody who answers.")}
            value={value.team ?? ""}
            onChange={(team) => onChange(withOptional(value, "team", team))}
          />
        </>
      )}
    </Stack>
  );
}

function blank(kind: keyof typeof WHO): Assignee {
  switch (kind) {
    case "nobody":
      return { kind };
    case "user":
      return { kind, user: "" };
    case "team":
      return { kind, team: "" };
    case "rule":
      return { kind, rule: "round-robin" };
  }
}

interface TeamFieldProps {
  description?: string;
  value: string;
  onChange(team: string): void;
}

export function TeamField({ description, value, onChange }: TeamFieldProps) {
  const known = useQuery(teamsQuery).data?.items ?? [];
  return (
    <Autocomplete
      label={t("Team")}
      description={description}
      placeholder={t("Support")}
      maxLength={MAX_TEAM_CHARS}
      data={known.map(({ name }) => name)}
      value={value}
      onChange={onChange}
    />
  );
}

/** As a part of a sentence: “to …”. */
export function assigneeWords(value: Assignee): string {
  switch (value.kind) {
    case "nobody":
      return t("nobody");
    case "user":
      return value.user || t("a member");
    case "team":
      return value.team || t("a team");
    case "rule":
      return value.rule === "round-robin"
        ? t("the next of {team}", { team: value.team ?? t("everybody") })
        : t("the least busy of {team}", { team: value.team ?? t("everybody") });
  }
}
