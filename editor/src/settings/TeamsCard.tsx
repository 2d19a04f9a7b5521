/** Groups of members that flows give conversations to. */

import type { Member, Team } from "@hilo/server/contract";
import { Button, MultiSelect, Skeleton, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { membersQuery, teamsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import styles from "./Settings.module.css";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsRow } from "./SettingsRow.tsx";

const NEW: Team = { id: "", name: "", memberIds: [] };

export function TeamsCard() {
  const teams = useQuery(teamsQuery);
  const members = useQuery(membersQuery);
  const [open, setOpen] = useState<Team | null>(null);
  const people = members.data?.items ?? [];
  return (
    <SettingsCard
      title={t("Teams")}
      about={t("Flows give conversations to a team, or to whoever of it has the fewest or whose turn it is.")}
      action={
        <Button leftSection={<IconPlus size={17} aria-hidden />} variant="light" onClick={() => setOpen(NEW)}>
          {t("New team")}
        </Button>
      }
    >
      {teams.isPending && <Skeleton height={56} radius="md" />}
      {teams.data?.items.length === 0 && <p className={styles.none}>{t("No teams yet.")}</p>}
      <ul className={styles.keys}>
        {teams.data?.items.map((team) => (
          <TeamRow key={team.id} team={team} people={people} onChange={() => setOpen(team)} />
        ))}
      </ul>
      {open && <TeamDialog team={open} people={people} onClose={() => setOpen(null)} />}
    </SettingsCard>
  );
}

interface TeamRowProps {
  team: Team;
  people: readonly Member[];
  onChange(): void;
}

function TeamRow({ team, people, onChange }: TeamRowProps) {
  const names = people.filter(({ id }) => team.memberIds.includes(id)).map(({ name }) => name);
  return (
    <SettingsRow
      removing={{
        question: t("Remove this team?"),
        confirm: t("Remove the team"),
        failed: t("The team is still there"),
      }}
      name={team.name}
      facts={names.join(", ") || t("Nobody yet")}
      changeLabel={t("Change…")}
      onChange={onChange}
      remove={() => api.workspace.teams.remove({ id: team.id })}
      listKey={teamsQuery.queryKey}
    >
      {t("Flows that give conversations to “{name}” leave them to everybody.", { name: team.name })}
    </SettingsRow>
  );
}

interface TeamDialogProps {
  team: Team;
  people: readonly Member[];
  onClose(): void;
}

function TeamDialog({ team, people, onClose }: TeamDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState(team.name);
  const [memberIds, setMemberIds] = useState([...team.memberIds]);
  const save = useMutation({
    mutationFn: () =>
      team.id === ""
        ? api.workspace.teams.create({ name: name.trim(), memberIds })
        : api.workspace.teams.update({ id: team.id, name: name.trim(), memberIds }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={team.id === "" ? t("New team") : t("Team “{name}”", { name: team.name })}
      submit={t("Save")}
      blocked={name.trim() === ""}
      saving={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Name")}
        placeholder={t("Support")}
        maxLength={80}
        data-autofocus
        value={name}
        error={save.isError && toApiError(save.error).message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MultiSelect
        label={t("Members")}
        placeholder={memberIds.length === 0 ? t("Who is in it") : ""}
        searchable
        data={people.map((person) => ({ value: person.id, label: `${person.name} (${person.email})` }))}
        value={memberIds}
        onChange={setMemberIds}
      />
    </FormDialog>
  );
}
