/** A new flow: empty, or an example to change. Each example shows how it is drawn and what it says first. */

import type { ExampleFlow } from "@hilo/server/contract";
import { Modal, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { examplesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { LoadFailed } from "../../shell/LoadFailed.tsx";
import { findExamples } from "./find-examples.ts";
import { readExample } from "./first-messages.ts";
import styles from "./gallery.module.css";
import { MiniCanvas } from "./MiniCanvas.tsx";
import { NewFlowForm } from "./NewFlowForm.tsx";

export function NewFlowDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [chosen, setChosen] = useState<ExampleFlow | "blank" | null>(null);
  const close = () => {
    setChosen(null);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t("New flow")} size={chosen === "blank" ? "sm" : 900}>
      {chosen === null ? (
        <Gallery onChoose={setChosen} />
      ) : (
        <NewFlowForm
          example={chosen === "blank" ? null : chosen}
          onBack={() => setChosen(null)}
          onMade={close}
        />
      )}
    </Modal>
  );
}

function Gallery({ onChoose }: { onChoose(chosen: ExampleFlow | "blank"): void }) {
  const examples = useQuery(examplesQuery);
  const [search, setSearch] = useState("");
  const found = findExamples(examples.data?.items ?? [], search);
  return (
    <Stack gap="md">
      <TextInput
        aria-label={t("What should it do?")}
        placeholder={t("What should it do? Book, ask, sell, answer…")}
        leftSection={<IconSearch size={16} aria-hidden />}
        data-autofocus
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {examples.isError && (
        <LoadFailed what={t("The examples")} error={examples.error} onRetry={() => void examples.refetch()} />
      )}
      <div className={styles.grid}>
        <button type="button" className={styles.card} onClick={() => onChoose("blank")}>
          <span className={styles.blank}>
            <IconPlus size={26} aria-hidden />
          </span>
          <strong>{t("Empty flow")}</strong>
          <span className={styles.goal}>{t("Begin with a start and draw the rest.")}</span>
        </button>
        {examples.isPending && [0, 1, 2].map((key) => <Skeleton key={key} height={180} radius="lg" />)}
        {found.map((example) => (
          <ExampleCard key={example.key} example={example} onChoose={() => onChoose(example)} />
        ))}
      </div>
      {examples.data && found.length === 0 && (
        <Text size="sm" c="dimmed">
          {search.trim() === ""
            ? t("There are no examples here. Begin with an empty flow.")
            : t("No example fits “{search}”. Try another word, or begin with an empty flow.", {
                search: search.trim(),
              })}
        </Text>
      )}
    </Stack>
  );
}

function ExampleCard({ example, onChoose }: { example: ExampleFlow; onChoose(): void }) {
  const flow = readExample(example.definition);
  return (
    <button type="button" className={styles.card} onClick={onChoose}>
      {flow && <MiniCanvas id={example.key} flow={flow} />}
      <strong>{example.title}</strong>
      <span className={styles.goal}>{example.goal}</span>
    </button>
  );
}
