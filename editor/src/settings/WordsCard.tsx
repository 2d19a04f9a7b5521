/** Words that mean the same in every flow: stop, start, a person, cancel; by language. */

import { GLOBAL_WORDS, type GlobalWordSettings } from "@hilo/flow-engine";
import { Button, Group, Skeleton, Stack, Tabs, TagsInput, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { workspaceQuery } from "../api/queries.ts";
import { languageName } from "../i18n/language-name.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "./SettingsCard.tsx";
import { useChangeWorkspace } from "./use-change-workspace.ts";

const TITLES: Record<(typeof GLOBAL_WORDS)[number], { title: string; about: string }> = {
  // t:
  stop: { title: "Stop", about: "Nothing more is written to who says so." },
  start: { title: "Start again", about: "Takes a stop back." },
  agent: { title: "A person", about: "Hands the conversation over." },
  cancel: { title: "Cancel", about: "Ends the flow that is under way." },
};
type LanguageWords = GlobalWordSettings[string];
const NO_WORDS: LanguageWords = { stop: [], start: [], agent: [], cancel: [], replies: {} };

export function WordsCard() {
  const { data } = useQuery(workspaceQuery);
  return (
    <SettingsCard
      title={t("Words that always work")}
      about={t(
        "Whatever flow is under way. Accents and capitals don't matter; a message counts when it is the word and nothing else.",
      )}
    >
      {data ? (
        <Words key={JSON.stringify(data.globalWords)} saved={data.globalWords} />
      ) : (
        <Skeleton height={56} radius="md" />
      )}
    </SettingsCard>
  );
}

function Words({ saved }: { saved: GlobalWordSettings }) {
  const [words, setWords] = useState(saved);
  const [language, setLanguage] = useState(Object.keys(saved)[0] ?? "en");
  const [added, setAdded] = useState("");
  const change = useChangeWorkspace();
  const changed = JSON.stringify(words) !== JSON.stringify(saved);
  const add = () => {
    const code = added.trim();
    if (code.length < 2 || code in words) return;
    setWords({ ...words, [code]: NO_WORDS });
    setLanguage(code);
    setAdded("");
  };
  return (
    <Stack gap="md">
      <Tabs value={language} onChange={(value) => value && setLanguage(value)}>
        <Tabs.List>
          {Object.keys(words).map((code) => (
            <Tabs.Tab key={code} value={code}>
              {languageName(code)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(words).map(([code, own]) => (
          <Tabs.Panel key={code} value={code} pt="md">
            <LanguageFields words={own} onChange={(next) => setWords({ ...words, [code]: next })} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <Group justify="space-between">
        <Group gap={6}>
          <TextInput
            size="xs"
            w={120}
            aria-label={t("Code of another language")}
            placeholder="de, fr, pt-BR…"
            maxLength={35}
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && add()}
          />
          <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
            {t("Add a language")}
          </Button>
        </Group>
        <Button
          disabled={!changed}
          loading={change.isPending}
          onClick={() => change.mutate({ globalWords: words })}
        >
          {t("Save")}
        </Button>
      </Group>
    </Stack>
  );
}

function LanguageFields({ words, onChange }: { words: LanguageWords; onChange(words: LanguageWords): void }) {
  return (
    <Stack gap="md">
      {GLOBAL_WORDS.map((word) => (
        <div key={word}>
          <TagsInput
            label={t(TITLES[word].title)}
            description={t(TITLES[word].about)}
            maxTags={50}
            value={words[word]}
            onChange={(list) => onChange({ ...words, [word]: list })}
          />
          <TextInput
            mt={6}
            size="xs"
            aria-label={t("Answer to “{word}”", { word: t(TITLES[word].title) })}
            placeholder={t("What is answered; empty: nothing")}
            maxLength={1_000}
            value={words.replies[word] ?? ""}
            onChange={(event) =>
              onChange({ ...words, replies: { ...words.replies, [word]: event.currentTarget.value } })
            }
          />
        </div>
      ))}
    </Stack>
  );
}
