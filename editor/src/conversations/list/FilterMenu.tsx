/** Narrows the list by whose a conversation is, where it came from and what it is in; keeps that as a view. */
import type { ConversationFilter } from "@hilo/server/contract";
import { ActionIcon, Button, Checkbox, Group, Indicator, Popover, Select, Stack } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { channelsQuery, flowsQuery, membersQuery, namesQuery, teamsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { channelOptions } from "../../shell/stored-names.ts";
import { builtInViews } from "./built-in-views.ts";
import { isSameList } from "./list-address.ts";
import { SaveView } from "./SaveView.tsx";

interface FilterMenuProps {
  filter: ConversationFilter;
  onFilter(filter: ConversationFilter): void;
}

export function FilterMenu({ filter, onFilter }: FilterMenuProps) {
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const plain = builtInViews().some((view) => isSameList({ ...filter, search: undefined }, view.filter));
  return (
    <>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width={300}
        shadow="lg"
        radius="lg"
        trapFocus
      >
        <Popover.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={plain ? t("Narrow the list") : t("Narrow the list: something is chosen")}
            onClick={() => setOpen(!open)}
          >
            <Indicator disabled={plain} color="mulberry" size={8} offset={-2}>
              <IconAdjustmentsHorizontal size={18} aria-hidden />
            </Indicator>
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t("Narrow the list")}>
          {open && (
            <Stack gap="sm">
              <Choices filter={filter} onFilter={onFilter} />
              <Group justify="space-between">
                <Button variant="subtle" size="compact-sm" onClick={() => onFilter({ status: "open" })}>
                  {t("Clear")}
                </Button>
                <Button
                  variant="light"
                  size="compact-sm"
                  onClick={() => {
                    setOpen(false);
                    setNaming(true);
                  }}
                >
                  {t("Keep as a view…")}
                </Button>
              </Group>
            </Stack>
          )}
        </Popover.Dropdown>
      </Popover>
      {naming && <SaveView filter={filter} onClose={() => setNaming(false)} />}
    </>
  );
}

function Choices({ filter, onFilter }: FilterMenuProps) {
  const members = useQuery(membersQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const tags = useQuery(namesQuery).data?.tags ?? [];
  const flows = useInfiniteQuery(flowsQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (change: Partial<ConversationFilter>) => onFilter({ ...filter, ...change });
  const field = { size: "sm", clearable: true, comboboxProps: { withinPortal: false } } as const;
  return (
    <>
      <Select
        {...field}
        label={t("State")}
        placeholder={t("Open and closed")}
        data={[
          { value: "open", label: t("Still open") },
          { value: "closed", label: t("Closed") },
        ]}
        value={filter.status ?? null}
        onChange={(status) =>
          choose({ status: status === "open" || status === "closed" ? status : undefined })
        }
      />
      <Select
        {...field}
        label={t("Who answers")}
        placeholder={t("Bot or person")}
        data={[
          { value: "Bot", label: t("The bot") },
          { value: "Human", label: t("A person") },
        ]}
        value={filter.mode ?? null}
        onChange={(mode) => choose({ mode: mode === "Bot" || mode === "Human" ? mode : undefined })}
      />
      <Select
        {...field}
        searchable
        label={t("Given to")}
        placeholder={t("Anybody")}
        data={[
          { value: "me", label: t("Me") },
          { value: "none", label: t("Nobody") },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.assignee ?? null}
        onChange={(assignee) => choose({ assignee: assignee ?? undefined })}
      />
      {teams.length > 0 && (
        <Select
          {...field}
          label={t("Team")}
          placeholder={t("Any team")}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.teamId ?? null}
          onChange={(teamId) => choose({ teamId: teamId ?? undefined })}
        />
      )}
      <Select
        {...field}
        label={t("Channel")}
        placeholder={t("Every channel")}
        data={channelOptions(channels)}
        value={filter.channelId ?? null}
        onChange={(channelId) => choose({ channelId: channelId ?? undefined })}
      />
      <Select
        {...field}
        searchable
        label={t("In the flow")}
        placeholder={t("Any or none")}
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.flowId ?? null}
        onChange={(flowId) => choose({ flowId: flowId ?? undefined })}
      />
      {tags.length > 0 && (
        <Select
          {...field}
          searchable
          label={t("Tag")}
          placeholder={t("Any or none")}
          data={tags}
          value={filter.tag ?? null}
          onChange={(tag) => choose({ tag: tag ?? undefined })}
        />
      )}
      <Checkbox
        label={t("Only unread")}
        checked={filter.unread ?? false}
        onChange={(event) => choose({ unread: event.currentTarget.checked || undefined })}
      />
    </>
  );
}
