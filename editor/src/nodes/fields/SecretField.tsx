/** A stored secret by its name: what it holds never comes into a flow. */
import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { secretsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";

interface SecretFieldProps {
  label?: string;
  description: string;
  value: string | undefined;
  onChange(name: string | undefined): void;
}

export function SecretField({ label = t("Secret"), description, value = "", onChange }: SecretFieldProps) {
  const stored = useQuery(secretsQuery).data?.items ?? [];
  const missing = value !== "" && stored.length > 0 && !stored.some(({ name }) => name === value);
  return (
    <Autocomplete
      label={label}
      description={`${description} ${t("Its value never shows up in flows.")}`}
      placeholder={t("name of a stored secret")}
      maxLength={64}
      data={stored.map(({ name }) => name)}
      error={missing && t("No secret is called so yet: store it in the settings.")}
      value={value}
      onChange={(name) => onChange(name.trim() || undefined)}
    />
  );
}
