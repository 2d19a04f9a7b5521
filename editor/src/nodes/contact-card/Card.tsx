/** Whose cards they are. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";

export function Card({ data: { contacts } }: CardProps<NodeData<"contact-card">>) {
  const names = contacts.map(({ name }) => name).filter((name) => name.trim() !== "");
  const [first] = contacts;
  return (
    <Bubble
      compact
      text={names.join(", ")}
      empty={t("Nobody's card yet")}
      footer={contacts.length === 1 ? first?.phones.filter((phone) => phone !== "").join(", ") : undefined}
    />
  );
}
