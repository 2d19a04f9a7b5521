/** Whose the conversation is: a member, a team, nobody. */
import type { Conversation } from "@hilo/server/contract";
import { Button, Menu } from "@mantine/core";
import { IconCheck, IconUser, IconUserCheck, IconUserOff, IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { membersQuery, teamsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { useMe } from "../shell/use-me.ts";
import styles from "./ChatPane.module.css";
import type { DeskChange } from "./use-desk.ts";

interface AssignMenuProps {
  conversation: Conversation;
  opened: boolean;
  onOpened(opened: boolean): void;
  loading: boolean;
  onChange(change: DeskChange): void;
}

/** Who only looks is given nothing. */
const ANSWERING = ["agent", "editor", "admin", "owner"];

export function AssignMenu({ conversation, opened, onOpened, loading, onChange }: AssignMenuProps) {
  const { assignee, team } = conversation;
  const me = useMe()?.user;
  const members = useQuery({ ...membersQuery, enabled: opened }).data?.items ?? [];
  const teams = useQuery({ ...teamsQuery, enabled: opened }).data?.items ?? [];
  const others = members.filter(({ id, role }) => id !== me?.id && ANSWERING.includes(role));
  const whose = assignee?.name ?? team?.name ?? t("Nobody's");
  const give = (label: string, icon: ReactNode, chosen: boolean, change: DeskChange) => (
    <Menu.Item
      key={label}
      leftSection={icon}
      rightSection={chosen && <IconCheck size={15} aria-label={t("chosen")} />}
      onClick={() => onChange(change)}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu
      opened={opened}
      onChange={onOpened}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="lg"
      radius="lg"
      width={250}
    >
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={styles.whose}
          loading={loading}
          leftSection={<IconUser size={15} aria-hidden />}
          aria-label={t("Given to: {name}", { name: whose })}
        >
          {whose}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={380} style={{ overflowY: "auto" }}>
        {me &&
          give(t("Me"), <IconUserCheck size={16} aria-hidden />, assignee?.id === me.id, {
            assigneeId: me.id,
          })}
        {give(t("Nobody"), <IconUserOff size={16} aria-hidden />, assignee === null && team === null, {
          assigneeId: null,
          teamId: null,
        })}
        {others.length > 0 && <Menu.Divider />}
        {others.map(({ id, name }) =>
          give(name, <IconUser size={16} aria-hidden />, assignee?.id === id, { assigneeId: id }),
        )}
        {teams.length > 0 && <Menu.Divider />}
        {teams.map(({ id, name }) =>
          give(name, <IconUsersGroup size={16} aria-hidden />, team?.id === id, { teamId: id }),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
