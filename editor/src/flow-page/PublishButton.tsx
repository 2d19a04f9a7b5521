/** Makes the draft what customers get: what is wrong, what is new, a note, and what becomes of conversations under way. */

import { hasErrors } from "@hilo/flow-engine";
import { Anchor, Button, Divider, Group, Loader, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { publishPreviewQuery, versionQuery } from "../api/queries.ts";
import { useDocument, useFlow } from "../canvas/flow-context.tsx";
import { diffDocuments, isSame } from "../document/diff-documents.ts";
import { openDocument } from "../document/flow-document.ts";
import { t } from "../i18n/t.ts";
import { DiffList } from "./DiffList.tsx";
import { KeptTests } from "./KeptTests.tsx";
import { type LiveSessions, LiveSessionsChoice } from "./LiveSessionsChoice.tsx";
import type { FlowSession } from "./use-flow-session.ts";
import { usePublish } from "./use-publish.ts";

interface PublishButtonProps {
  session: FlowSession;
  /** Shows the problems. */
  onRefused(): void;
}

export function PublishButton({ session, onRefused }: PublishButtonProps) {
  const [open, setOpen] = useState(false);
  const hasProblems = useFlow((state) => hasErrors(state.problems));
  const { published, changed } = session.detail;
  const upToDate = published !== null && !changed && session.status.kind === "saved";
  const onOpen = () => {
    if (!hasProblems) return setOpen(true);
    onRefused();
    notifications.show({
      color: "red",
      title: t("Not published yet"),
      message: t("Solve the problems in the list first."),
    });
  };
  return (
    <>
      <Button variant={upToDate ? "light" : "filled"} onClick={onOpen}>
        {upToDate ? t("Published") : t("Publish")}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t("Publish")} size="md">
        {open && <PublishForm session={session} onRefused={onRefused} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function PublishForm({ session, onRefused, onClose }: PublishButtonProps & { onClose(): void }) {
  const [note, setNote] = useState("");
  const [liveSessions, setLiveSessions] = useState<LiveSessions>("finish");
  const { id, published, revision } = session.detail;
  const { publish, busy } = usePublish(session, () => {
    onClose();
    onRefused();
  });
  // What is counted is the draft on the server: anew with each of its revisions.
  const { data: preview } = useQuery({ ...publishPreviewQuery(id, revision), enabled: published !== null });
  return (
    <Stack gap="md">
      <Checks
        onShow={() => {
          onClose();
          onRefused();
        }}
      />
      <KeptTests />
      <Changes session={session} />
      <Textarea
        label={t("What is new?")}
        placeholder={t("Optional note for your colleagues")}
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {preview && preview.total > 0 && (
        <>
          <Divider />
          <LiveSessionsChoice preview={preview} value={liveSessions} onChange={setLiveSessions} />
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("Cancel")}
        </Button>
        <Button
          loading={busy}
          onClick={async () => {
            if (await publish(note, liveSessions)) onClose();
          }}
        >
          {t("Publish version {number}", { number: (published?.number ?? 0) + 1 })}
        </Button>
      </Group>
    </Stack>
  );
}

function Checks({ onShow }: { onShow(): void }) {
  const warnings = useFlow((state) => state.problems.length);
  if (warnings === 0) return <Text size="sm">{t("All checks passed.")}</Text>;
  return (
    <Text size="sm">
      {warnings === 1
        ? t("One warning; nothing that stops you.")
        : t("{count} warnings; nothing that stops you.", { count: warnings })}{" "}
      <Anchor component="button" type="button" size="sm" onClick={onShow}>
        {t("Show")}
      </Anchor>
    </Text>
  );
}

function Changes({ session }: { session: FlowSession }) {
  const { id, published } = session.detail;
  const doc = useDocument();
  const versionId = published?.versionId ?? "";
  const { data, isPending } = useQuery({ ...versionQuery(id, versionId), enabled: published !== null });
  const diff = useMemo(() => data && diffDocuments(openDocument(data.definition), doc), [data, doc]);
  if (!published) return <Text size="sm">{t("This is the first version that customers get.")}</Text>;
  if (isPending) return <Loader size="xs" />;
  if (!diff) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {isSame(diff)
          ? t("Nothing changed since version {number}.", { number: published.number })
          : t("Since version {number}", { number: published.number })}
      </Text>
      <DiffList diff={diff} />
    </div>
  );
}
