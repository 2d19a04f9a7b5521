/** The flow's tests: the chat of the phone kept as one, all of them played, each to be downloaded or removed. */
import type { Transcript } from "@hilo/flow-engine/testing";
import type { Message } from "@hilo/server/contract";
import { ActionIcon, Button, Code, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconDownload, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useDocument, useFlow } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { useMe } from "../shell/use-me.ts";
import { flowTests, playTest, recordChat } from "./flow-tests.ts";
import type { PlayedPlatform } from "./phone-memory.ts";
import { TestMark, testsInNumbers } from "./TestResults.tsx";

interface TestsDialogProps {
  person: { name: string; phone: string };
  platform: PlayedPlatform;
  /** The chat, oldest first. */
  messages: readonly Message[];
  onClose: () => void;
}

export function TestsDialog({ person, platform, messages, onClose }: TestsDialogProps) {
  const doc = useDocument();
  const run = useFlow((state) => state.run);
  const tests = flowTests(doc);
  /** By place; undefined: not played since the list changed. */
  const [reports, setReports] = useState<readonly string[]>([]);
  const keep = (next: readonly Transcript[]) => {
    setReports([]);
    run({ type: "set-tests", args: { tests: next } });
  };
  return (
    <Modal opened onClose={onClose} title={t("Tests of this flow")} size="lg">
      <Stack gap="md">
        <SaveChat
          person={person}
          platform={platform}
          messages={messages}
          onSave={(test) => keep([...tests, test])}
        />
        {tests.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(
              "There are no tests yet. Chat with the flow as a customer would, then keep the chat as a test: it fails as soon as the flow answers in another way.",
            )}
          </Text>
        )}
        {tests.map((test, at) => (
          <TestRow
            // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity but their place
            key={at}
            test={test}
            report={reports[at]}
            onRemove={() => keep(tests.toSpliced(at, 1))}
          />
        ))}
        {tests.length > 0 && (
          <Group justify="space-between">
            <Text size="sm" role="status">
              {reports.length > 0 && testsInNumbers(reports.filter(Boolean).length, reports.length)}
            </Text>
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={() => setReports(tests.map((test) => playTest(test, doc)))}
            >
              {t("Run the tests")}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

interface SaveChatProps extends Omit<TestsDialogProps, "onClose"> {
  onSave: (test: Transcript) => void;
}

function SaveChat({ person, platform, messages, onSave }: SaveChatProps) {
  const me = useMe();
  const [name, setName] = useState("");
  const timeZone = me?.workspace.timeZone ?? "UTC";
  const record = () =>
    recordChat({ name: name.trim() || t("Chat"), timeZone, contact: person, platform, messages });
  const begun = record() !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const test = record();
        if (test) onSave(test);
        setName("");
      }}
    >
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          label={t("Keep this chat as a test")}
          placeholder={t("Asks for sales")}
          maxLength={80}
          value={name}
          disabled={!begun}
          description={begun ? null : t("Begin a new chat with a message that starts the flow.")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" disabled={!begun || name.trim() === ""}>
          {t("Keep")}
        </Button>
      </Group>
    </form>
  );
}

interface TestRowProps {
  test: Transcript;
  report: string | undefined;
  onRemove: () => void;
}

function TestRow({ test, report, onRemove }: TestRowProps) {
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(test, null, 2))}`;
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        {report !== undefined && <TestMark passed={report === ""} />}
        <Text size="sm" flex={1} truncate>
          {test.name}
        </Text>
        <ActionIcon
          component="a"
          href={file}
          download={`${test.name}.json`}
          variant="subtle"
          color="gray"
          aria-label={t("Download {name}", { name: test.name })}
        >
          <IconDownload size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("Remove {name}", { name: test.name })}
          onClick={onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Group>
      {report && <Code block>{report}</Code>}
    </div>
  );
}
