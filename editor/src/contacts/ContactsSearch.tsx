/** The line above the contacts: words, segment, tag, channel, and the button that unfolds the filter. */
import type { Segment } from "@hilo/server/contract";
import { Button, Select, TextInput } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { channelsQuery, namesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { channelOptions } from "../shell/stored-names.ts";
import styles from "./contacts.module.css";
import { type ContactsAddress, readFilter } from "./filter/filter-in-address.ts";
import { conditionsIn } from "./filter/filter-rows.ts";
import { SegmentChoice } from "./filter/SegmentChoice.tsx";

interface ContactsSearchProps {
  address: ContactsAddress;
  segments: readonly Segment[];
  filterOpen: boolean;
  onChange(changed: Partial<ContactsAddress>): void;
  onSegment(id: string | undefined): void;
  onToggleFilter(): void;
}

export function ContactsSearch(props: ContactsSearchProps) {
  const { address, segments, filterOpen, onChange, onSegment, onToggleFilter } = props;
  const channels = useQuery(channelsQuery);
  const names = useQuery(namesQuery);
  const segment = segments.find(({ id }) => id === address.segment);
  const conditions = conditionsIn(readFilter(address.filter) ?? segment?.filter);
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        aria-label={t("Search by name, number or e-mail")}
        placeholder={t("Search by name, number or e-mail")}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={address.search ?? ""}
        onChange={(event) => onChange({ search: event.currentTarget.value || undefined })}
      />
      <SegmentChoice segments={segments} chosen={segment} onChoose={onSegment} />
      <Select
        aria-label={t("Tag")}
        placeholder={t("Every tag")}
        clearable
        searchable
        data={names.data?.tags ?? []}
        value={address.tag ?? null}
        onChange={(tag) => onChange({ tag: tag ?? undefined })}
      />
      <Select
        aria-label={t("Channel")}
        placeholder={t("Every channel")}
        clearable
        data={channelOptions(channels.data?.items)}
        value={address.channelId ?? null}
        onChange={(channelId) => onChange({ channelId: channelId ?? undefined })}
      />
      <Button
        variant={conditions > 0 ? "light" : "default"}
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={filterOpen}
        onClick={onToggleFilter}
      >
        {conditions > 0 ? t("Filter ({count})", { count: conditions }) : t("Filter")}
      </Button>
    </div>
  );
}
