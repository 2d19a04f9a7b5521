/** Where a picture, a video or a document comes from. */
import { TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withOptional } from "./optional.ts";
import { TemplateField } from "./TemplateField.tsx";
import { UploadField } from "./UploadField.tsx";

interface MediaSource {
  url?: string | undefined;
  fileId?: string | undefined;
  filename?: string | undefined;
}

interface MediaSourceFieldsProps<T extends MediaSource> {
  label: string;
  /** Whether it is saved under a name. */
  named?: boolean;
  source: T;
  onChange(source: T): void;
}

export function MediaSourceFields<T extends MediaSource>(props: MediaSourceFieldsProps<T>) {
  const { label, named = false, source, onChange } = props;
  return (
    <>
      <TemplateField
        label={label}
        minRows={1}
        placeholder="https://example.org/menu.jpg"
        description={t("A public https address; it may hold variables.")}
        value={source.url ?? ""}
        onChange={(url) => onChange(withOptional(source, "url", url))}
      />
      <UploadField
        fileId={source.fileId}
        onUploaded={({ id, name }) =>
          onChange(
            withOptional(
              withOptional({ ...source, fileId: id }, "url", undefined),
              "filename",
              source.filename ?? (named ? (name ?? undefined) : undefined),
            ),
          )
        }
        onRemove={() => onChange(withOptional(source, "fileId", undefined))}
      />
      {named && (
        <TextInput
          label={t("File name")}
          placeholder={t("menu.pdf")}
          maxLength={240}
          value={source.filename ?? ""}
          onChange={(event) => onChange(withOptional(source, "filename", event.currentTarget.value))}
        />
      )}
    </>
  );
}
