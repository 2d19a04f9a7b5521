/** Which media is sent, from where, with what under it. */

import { MEDIA_KINDS, type MediaKind } from "@hilo/flow-engine";
import { Select, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { MessageField } from "../fields/MessageField.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { UploadField } from "../fields/UploadField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone } from "../preview/Phone.tsx";
import { MEDIA_WORDS, MediaPicture } from "./MediaPicture.tsx";

/** Sounds and stickers come without a caption on WhatsApp. */
const CAPTIONED: ReadonlySet<MediaKind> = new Set(["image", "video", "document"]);

/** What a file of each kind is by its bytes. */
const DRAWN_LIKE: Record<MediaKind, MediaKind> = {
  image: "image",
  sticker: "image",
  video: "video",
  audio: "audio",
  voice: "audio",
  document: "document",
};

export function Form({ data, onChange }: FormProps<NodeData<"media">>) {
  const captioned = CAPTIONED.has(data.kind);
  return (
    <>
      <Select
        label={t("What to send")}
        data={MEDIA_KINDS.map((value) => ({ value, label: t(MEDIA_WORDS[value]) }))}
        value={data.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = MEDIA_KINDS.find((candidate) => candidate === value);
          if (kind) onChange({ ...data, kind });
        }}
      />
      <TemplateField
        label={t("Address")}
        minRows={1}
        placeholder="https://example.org/menu.jpg"
        description={t("A public https address; it may hold variables.")}
        value={data.url ?? ""}
        onChange={(url) => onChange(withOptional(data, "url", url))}
      />
      <UploadField
        fileId={data.fileId}
        onUploaded={({ id, name, kind }) => {
          // A sound may be a voice note, and a picture a sticker: only the sender knows.
          const fits = kind === "document" || DRAWN_LIKE[data.kind] === kind;
          const next = withOptional({ ...data, fileId: id, kind: fits ? data.kind : kind }, "url", undefined);
          onChange(withOptional(next, "filename", data.filename ?? name ?? undefined));
        }}
        onRemove={() => onChange(withOptional(data, "fileId", undefined))}
      />
      {captioned && (
        <MessageField
          label={t("Caption")}
          minRows={2}
          beside="media"
          value={data.caption ?? ""}
          onChange={(caption) => onChange(withOptional(data, "caption", caption))}
        />
      )}
      {data.kind === "document" && (
        <TextInput
          label={t("File name")}
          placeholder="menu.pdf"
          maxLength={240}
          value={data.filename ?? ""}
          onChange={(event) => onChange(withOptional(data, "filename", event.currentTarget.value))}
        />
      )}
      <Phone>
        <Bubble
          above={<MediaPicture kind={data.kind} url={data.url} />}
          text={captioned ? (data.caption ?? "") : ""}
          empty={data.filename ?? t(MEDIA_WORDS[data.kind])}
        />
      </Phone>
    </>
  );
}
