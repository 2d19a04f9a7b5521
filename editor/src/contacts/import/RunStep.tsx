/** The last step: how far it is, and what became of the rows. */
import type { ContactImport } from "@hilo/server/contract";
import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { namesQuery } from "../../api/queries.ts";
import { t, tCount } from "../../i18n/t.ts";
import { rereadContacts } from "../reread-contacts.ts";
import { Rows } from "./ImportRows.tsx";
import styles from "./import.module.css";

export function RunStep({ found }: { found: ContactImport }) {
  const client = useQueryClient();
  const isDone = found.state === "done";
  useEffect(() => {
    if (!isDone) return;
    void rereadContacts(client);
    void client.invalidateQueries({ queryKey: namesQuery.queryKey });
  }, [client, isDone]);
  const { counts, rowCount, handled } = found;
  const percent = rowCount === 0 ? 100 : Math.floor((handled / rowCount) * 100);
  return (
    <Stack gap="md">
      <Paper withBorder className={styles.card} component="section">
        <div role="status">
          <h2 className={styles.title}>
            {isDone
              ? t("{name} is imported", { name: found.name })
              : t("{name} comes in", { name: found.name })}
          </h2>
        </div>
        {!isDone && (
          <>
            <Progress value={percent} aria-label={t("How far it is")} />
            <Text size="sm" c="dimmed">
              {t("{handled} of {count} rows. It goes on also when you leave this page.", {
                handled,
                count: rowCount,
              })}
            </Text>
          </>
        )}
        <ul className={styles.results}>
          <li>{tCount(counts.made, "1 new contact", "{count} new contacts")}</li>
          <li>{tCount(counts.changed, "1 contact changed", "{count} contacts changed")}</li>
          <li>{tCount(counts.same, "1 was as it is", "{count} were as they are")}</li>
          <li>{tCount(counts.refused, "1 row left out", "{count} rows left out")}</li>
        </ul>
        <Group gap="sm">
          {isDone && (
            <Button component={Link} to="/contacts">
              {t("To the contacts")}
            </Button>
          )}
          {counts.refused > 0 && (
            <Button
              component="a"
              href={`/api/v1/contact-imports/${found.id}/refused.csv`}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t("Rows left out, with reasons")}
            </Button>
          )}
          {isDone && (
            <Button component={Link} to="/contacts/import" variant="subtle">
              {t("Another file")}
            </Button>
          )}
        </Group>
      </Paper>
      {isDone && counts.refused > 0 && (
        <Paper withBorder className={styles.card} component="section">
          <h2 className={styles.title}>{t("Rows left out")}</h2>
          <Rows found={found} outcome="refused" />
        </Paper>
      )}
    </Stack>
  );
}
