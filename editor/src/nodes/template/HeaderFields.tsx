/** What fills in the header of a template. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";
import { MediaSourceFields } from "../fields/MediaSourceFields.tsx";
import { PlaceFields } from "../fields/PlaceFields.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { NodeData } from "../node-ui.ts";

type HeaderData = NonNullable<NodeData<"template">["header"]>;

const KINDS = {
  // t:
  none: "Nothing to fill in",
  text: "A variable",
  image: "A picture",
  video: "A video",
  document: "A document",
  location: "A place",
} as const;
type Kind = keyof typeof KINDS;

interface HeaderFieldsProps {
  header: HeaderData | undefined;
  onChange(header: HeaderData | undefined): void;
}

export function HeaderFields({ header, onChange }: HeaderFieldsProps) {
  return (
    <>
      <SelectField
        label={t("In the header")}
        options={KINDS}
        value={kindOf(header)}
        onChange={(kind) => onChange(headerOf(kind))}
      />
      {header?.kind === "text" && (
        <TemplateField
          label={t("Variable of the header")}
          minRows={1}
          limit={CHANNEL_LIMITS.whatsapp.template.headerText}
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
      {header?.kind === "location" && (
        <PlaceFields place={header} onChange={(place) => onChange({ ...header, ...place })} />
      )}
    </>
  );
}

function kindOf(header: HeaderData | undefined): Kind {
  if (header === undefined) return "none";
  return header.kind === "media" ? header.media.kind : header.kind;
}

function headerOf(kind: Kind): HeaderData | undefined {
  switch (kind) {
    case "none":
      return undefined;
    case "text":
      return { kind, text: "" };
    case "location":
      return { kind, latitude: "", longitude: "" };
    case "image":
    case "video":
    case "document":
      return { kind: "media", media: { kind, url: "" } };
  }
}
