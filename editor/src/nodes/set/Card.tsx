/** The assignments in words. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";
import { assignmentWords } from "./set-words.ts";

export function Card({ data }: CardProps<NodeData<"set">>) {
  return data.assignments.map((assignment, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: assignments have no identity but their place
    <CardLine key={i}>
      <strong>
        {assignment.target === "contact"
          ? t("Contact's {name}", { name: assignment.name || "?" })
          : assignment.name || "?"}
      </strong>{" "}
      <ChatText text={assignmentWords(assignment)} />
    </CardLine>
  ));
}
