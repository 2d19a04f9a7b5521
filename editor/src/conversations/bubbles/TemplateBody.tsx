/** An approved template: as the customer reads it when its words are known, else by its name and what fills it in. */

import type { ContentOf, TemplateParameters } from "@hilo/flow-engine";
import { IconTemplate } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";
import { LocationBody } from "./LocationBody.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { MediaBody } from "./MediaBody.tsx";

export function TemplateBody({ content }: { content: ContentOf<"template"> }) {
  const { name, language, parameters, text } = content;
  const values = (parameters?.body ?? []).map((value) => value.text).join(" · ");
  return (
    <>
      {parameters?.header && <TemplateHeader header={parameters.header} />}
      {text?.trim() ? (
        <MarkedText text={text} />
      ) : (
        <>
          <span className={styles.labelled}>
            <IconTemplate size={17} aria-hidden />
            <span>{t("Template “{name}” ({language})", { name, language })}</span>
          </span>
          {values && (
            <span className={styles.footer} dir="auto">
              {values}
            </span>
          )}
        </>
      )}
    </>
  );
}

function TemplateHeader({ header }: { header: NonNullable<TemplateParameters["header"]> }) {
  switch (header.kind) {
    case "text":
      return (
        <strong className={styles.header} dir="auto">
          {header.text}
        </strong>
      );
    case "media":
      return <MediaBody media={header.media} caption={undefined} />;
    case "location":
      return <LocationBody {...header} />;
  }
}
