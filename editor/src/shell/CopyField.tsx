/** A value to copy. It can be selected by hand too: browsers give the clipboard only to pages on https. */

import { ActionIcon, CopyButton, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";

export interface CopyFieldProps {
  label: string;
  value: string;
  description?: string;
}

export function CopyField({ label, value, description }: CopyFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12.5 } }}
      rightSection={
        <CopyButton value={value} timeout={1_600}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t("Copied") : t("Copy")}>
              <ActionIcon
                variant="subtle"
                color={copied ? "teal" : "gray"}
                aria-label={copied ? t("Copied") : t("Copy: {what}", { what: label })}
                onClick={copy}
              >
                {copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      }
    />
  );
}
