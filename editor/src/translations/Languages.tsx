/** Languages of the flow: cards that show how much is done, one more, one less. */

import type { Completeness } from "@hilo/flow-engine";
import { Autocomplete, Button, Group, Popover, Progress, Text } from "@mantine/core";
import { IconLanguage, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useDocument, useFlow } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { languageName, languageTag, OFFERED } from "./language-names.ts";
import styles from "./translations.module.css";

interface LanguageCardsProps {
  languages: readonly Completeness[];
  shown: string;
  onShow(language: string): void;
}

export function LanguageCards({ languages, shown, onShow }: LanguageCardsProps) {
  return (
    <section className={styles.languages} aria-label={t("Languages")}>
      {languages.map(({ language, done, all }) => (
        <button
          key={language}
          type="button"
          className={styles.language}
          aria-pressed={language === shown}
          onClick={() => onShow(language)}
        >
          {languageName(language)}
          <span className={styles.count}>{t("{done} of {all} texts", { done, all })}</span>
          <Progress
            size="sm"
            value={all === 0 ? 100 : (100 * done) / all}
            color={done === all ? "green" : "mulberry"}
            aria-label={`${languageName(language)}: ${t("{done} of {all} texts", { done, all })}`}
          />
        </button>
      ))}
    </section>
  );
}

export function AddLanguage({ onAdded }: { onAdded(language: string): void }) {
  const doc = useDocument();
  const [opened, setOpened] = useState(false);
  const taken = new Set([doc.language, ...Object.keys(doc.translations)]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconLanguage size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t("Add a language")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <AddForm
          taken={taken}
          onAdded={(language) => {
            setOpened(false);
            onAdded(language);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function AddForm({ taken, onAdded }: { taken: ReadonlySet<string>; onAdded(language: string): void }) {
  const run = useFlow((state) => state.run);
  const [text, setText] = useState("");
  const offered = OFFERED.filter((tag) => !taken.has(tag));
  const named = offered.find((tag) => languageName(tag) === text);
  const tag = named ?? languageTag(text);
  const add = () => {
    if (tag === null || taken.has(tag)) return;
    run({ type: "add-language", args: { language: tag } });
    onAdded(tag);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group gap="xs" align="flex-end">
        <Autocomplete
          label={t("Language")}
          placeholder={t("Spanish, or a tag like es-MX")}
          data={offered.map(languageName)}
          comboboxProps={{ withinPortal: false }}
          value={text}
          onChange={setText}
          error={tag !== null && taken.has(tag) ? t("It is there already.") : undefined}
        />
        <Button type="submit" disabled={tag === null || taken.has(tag)}>
          {t("Add")}
        </Button>
      </Group>
      {text !== "" && tag === null && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("Choose one, or write its tag: es, pt-BR.")}
        </Text>
      )}
    </form>
  );
}

/** Undo brings it back, so one question is not asked. */
export function RemoveLanguage({ language }: { language: string }) {
  const run = useFlow((state) => state.run);
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} aria-hidden />}
      onClick={() => run({ type: "remove-language", args: { language } })}
    >
      {t("Remove {language}", { language: languageName(language) })}
    </Button>
  );
}
