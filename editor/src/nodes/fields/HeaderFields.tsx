/** What stands above a text: nothing, a line, or a picture, a video or a document. */
import { t } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";
import { CountedInput } from "./CountedInput.tsx";
import { MediaSourceFields } from "./MediaSourceFields.tsx";
import { SelectField } from "./SelectField.tsx";

export type HeaderData = NonNullable<NodeData<"buttons">["header"]>;

const KINDS = {
  // t:
  none: "Nothing",
  text: "A line of text",
  image: "A picture",
  video: "A video",
  document: "A document",
} as const;
type Kind = keyof typeof KINDS;

interface HeaderFieldsProps {
  header: HeaderData | undefined;
  onChange(header: HeaderData | undefined): void;
  /** Characters of a line. */
  limit: number;
}

export function HeaderFields({ header, onChange, limit }: HeaderFieldsProps) {
  return (
    <>
      <SelectField
        label={t("Above the text")}
        options={KINDS}
        value={kindOf(header)}
        onChange={(kind) => onChange(headerOf(kind, header))}
      />
      {header?.kind === "text" && (
        <CountedInput
          label={t("Header")}
          limit={limit}
          value={header.text}
          onChange={(text) => onChange({ ...header, text })}
        />
      )}
      {header?.kind === "media" && (
        <MediaSourceFields
          label={t("Address of the header")}
          named={header.media.kind === "document"}
          source={header.media}
          onChange={(media) => onChange({ ...header, media })}
        />
      )}
    </>
  );
}

const kindOf = (header: HeaderData | undefined): Kind =>
  header === undefined ? "none" : header.kind === "text" ? "text" : header.media.kind;

/** Keeps the address when one kind of media follows another. */
function headerOf(kind: Kind, before: HeaderData | undefined): HeaderData | undefined {
  if (kind === "none") return undefined;
  if (kind === "text") return { kind, text: before?.kind === "text" ? before.text : "" };
  return { kind: "media", media: { ...(before?.kind === "media" ? before.media : { url: "" }), kind } };
}
