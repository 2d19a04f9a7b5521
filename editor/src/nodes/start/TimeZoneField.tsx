/** A time zone of one's own, or the workspace's. */
import { Select } from "@mantine/core";
import { t } from "../../i18n/t.ts";

interface TimeZoneFieldProps {
  label: string;
  value: string | undefined;
  workspaceZone: string;
  onChange(zone: string | undefined): void;
}

/** A zone that this browser does not know stays what it is. */
export function TimeZoneField({ label, value, workspaceZone, onChange }: TimeZoneFieldProps) {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = value === undefined || known.includes(value) ? known : [value, ...known];
  return (
    <Select
      size="xs"
      label={label}
      placeholder={t("The workspace's: {zone}", { zone: workspaceZone })}
      data={zones}
      searchable
      clearable
      limit={100}
      value={value ?? null}
      onChange={(zone) => onChange(zone ?? undefined)}
    />
  );
}
