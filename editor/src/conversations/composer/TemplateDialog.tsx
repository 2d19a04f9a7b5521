/** An approved template, chosen and filled in by hand: the only thing that may be sent when the 24 hours are over. */
import type { Conversation, MediaFile, MessageTemplate } from "@hilo/server/contract";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sendableTemplatesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { UploadField } from "../../nodes/fields/UploadField.tsx";
import { Hint } from "../../shell/Hint.tsx";
import { LoadFailed } from "../../shell/LoadFailed.tsx";
import { MarkedText } from "../bubbles/MarkedText.tsx";
import styles from "./Composer.module.css";
import { blanksOf, type TemplateBlank, templateContent, templateWords } from "./template-content.ts";
import type { Send } from "./use-send.ts";

interface TemplateDialogProps {
  conversation: Conversation;
  send: Send;
  onClose(): void;
}

export function TemplateDialog({ conversation, send, onClose }: TemplateDialogProps) {
  const templates = useQuery(sendableTemplatesQuery);
  const own = templates.data?.items.filter(({ channelId }) => channelId === conversation.channel.id) ?? [];
  const [id, setId] = useState<string | null>(null);
  const chosen = own.find((template) => template.id === id);
  return (
    <Modal opened onClose={onClose} title={t("Send a template")} size="lg">
      <Stack gap="md">
        {templates.isError && !templates.data && (
          <LoadFailed
            small
            what={t("The templates")}
            error={templates.error}
            onRetry={() => void templates.refetch()}
          />
        )}
        {templates.isSuccess && own.length === 0 ? (
          <Hint tone="warn">
            {t(
              "This number has no approved template, as far as Hilo was told. Fetch them from Meta under Channels → Templates.",
            )}
          </Hint>
        ) : (
          <Select
            label={t("Approved templates")}
            placeholder={t("Choose one")}
            searchable
            openOnFocus={false}
            data-autofocus
            data={own.map((template) => ({
              value: template.id,
              label: `${template.name} · ${template.language}`,
            }))}
            value={id}
            onChange={setId}
          />
        )}
        {chosen && (
          <FillIn
            key={chosen.id}
            template={chosen}
            onSend={(content) => {
              send(content);
              onClose();
            }}
          />
        )}
      </Stack>
    </Modal>
  );
}

function FillIn({ template, onSend }: { template: MessageTemplate; onSend: Send }) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [file, setFile] = useState<MediaFile | null>(null);
  const content = templateContent(template, { texts, file });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (content) onSend(content);
      }}
    >
      <Stack gap="sm">
        {template.fields.header?.kind === "media" && (
          <UploadField fileId={file?.id} onUploaded={setFile} onRemove={() => setFile(null)} />
        )}
        {template.fields.header?.kind === "location" && (
          <Hint tone="warn">{t("Its header is a place on the map, which only a flow can send.")}</Hint>
        )}
        {blanksOf(template).map((blank) => (
          <TextInput
            key={blank.key}
            label={labelOf(blank)}
            placeholder={blank.example ?? ""}
            maxLength={1_024}
            value={texts[blank.key] ?? ""}
            onChange={(event) => setTexts({ ...texts, [blank.key]: event.currentTarget.value })}
          />
        ))}
        <div className={styles.preview} role="img" aria-label={t("As the customer reads it")}>
          <MarkedText text={templateWords(template, { texts })} />
          {template.preview.footer && <small>{template.preview.footer}</small>}
        </div>
        <Group justify="flex-end">
          <Button type="submit" disabled={content === null}>
            {t("Send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function labelOf({ part, name }: TemplateBlank): string {
  if (part === "header") return t("In the header");
  if (part === "button") return t("For the button “{label}”", { label: name });
  return t("For {blank}", { blank: `{{${name}}}` });
}
