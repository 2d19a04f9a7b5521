/** One template: what it is called, how it stands at Meta, and how it looks on a phone. */

import type { MessageTemplate, TemplatePreview } from "@hilo/server/contract";
import { Paper } from "@mantine/core";
import {
  IconCopy,
  IconFileText,
  IconForms,
  IconMapPin,
  IconPhone,
  IconPhoto,
  IconVideo,
} from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import { Bubble, BubbleHeader } from "../nodes/preview/Bubble.tsx";
import { LinkButton, PhoneButton } from "../nodes/preview/Phone.tsx";
import preview from "../nodes/preview/preview.module.css";
import { Hint } from "../shell/Hint.tsx";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { deliveryWords } from "./delivery-words.ts";
import styles from "./Templates.module.css";

const statuses = (): Record<string, { tone: Tone; words: string }> => ({
  APPROVED: { tone: "good", words: t("Approved") },
  PENDING: { tone: "busy", words: t("In review") },
  IN_APPEAL: { tone: "busy", words: t("In review again") },
  REJECTED: { tone: "bad", words: t("Rejected") },
  PAUSED: { tone: "warn", words: t("Paused") },
  DISABLED: { tone: "bad", words: t("Disabled") },
});

/** Meta has three; another one is shown as it is. */
const categories = (): Record<string, string> => ({
  MARKETING: t("Marketing"),
  UTILITY: t("Utility"),
  AUTHENTICATION: t("Authentication"),
});

const qualities = (): Record<string, string> => ({
  GREEN: t("quality high"),
  YELLOW: t("quality medium"),
  RED: t("quality low"),
});

const sentence = (word: string) => {
  const plain = word.toLowerCase().replaceAll("_", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

export function TemplateCard({
  template,
  showsChannel,
}: {
  template: MessageTemplate;
  showsChannel: boolean;
}) {
  const { name, language, category, status, quality, problem, reason, channelName } = template;
  const state = statuses()[status] ?? { tone: "quiet" as const, words: sentence(status) };
  const about = [
    language,
    category && (categories()[category] ?? sentence(category)),
    quality && qualities()[quality],
    showsChannel && channelName,
  ];
  return (
    <Paper withBorder component="section" className={styles.card} aria-label={`${name}, ${language}`}>
      <header className={styles.top}>
        <div className={styles.words}>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.about}>{about.filter(Boolean).join(" · ")}</p>
        </div>
        <StatusPill tone={state.tone}>{state.words}</StatusPill>
      </header>
      {problem && (
        <Hint tone="warn">
          {deliveryWords(problem)}
          {reason && ` (${sentence(reason)})`}
        </Hint>
      )}
      <div className={preview.phone} role="img" aria-label={t("How {name} looks", { name })}>
        <Bubble
          text={template.preview.body}
          above={template.preview.header && <Header header={template.preview.header} />}
          footer={template.preview.footer ?? undefined}
        />
        {template.preview.buttons.map((button, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: buttons have no identity but their place
          <TemplateButton key={place} button={button} />
        ))}
      </div>
    </Paper>
  );
}

const HEADER_ICONS = {
  image: IconPhoto,
  video: IconVideo,
  document: IconFileText,
  location: IconMapPin,
} as const;

function Header({ header }: { header: NonNullable<TemplatePreview["header"]> }) {
  if (header.kind === "text") return header.text ? <BubbleHeader text={header.text} /> : null;
  const Icon = HEADER_ICONS[header.kind];
  return (
    <div className={preview.media}>
      <Icon size={30} stroke={1.4} />
    </div>
  );
}

const BUTTON_ICONS = { phone: IconPhone, "copy-code": IconCopy, form: IconForms } as const;

function TemplateButton({ button: { kind, label } }: { button: TemplatePreview["buttons"][number] }) {
  if (kind === "url") return <LinkButton label={label} />;
  if (kind === "quick-reply" || kind === "other") return <PhoneButton>{label || "…"}</PhoneButton>;
  const Icon = BUTTON_ICONS[kind];
  return <PhoneButton icon={<Icon size={15} />}>{label || "…"}</PhoneButton>;
}
