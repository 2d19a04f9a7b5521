/** The step it goes on at. */

import { useDocument } from "../../canvas/flow-context.tsx";
import { nodeName } from "../../conversations/node-name.ts";
import { findNode } from "../../document/flow-document.ts";
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"go-to-node">>) {
  const doc = useDocument();
  if (data.node === "") return <CardLine>{t("No step chosen yet")}</CardLine>;
  const there = findNode(doc, data.node) !== undefined;
  return (
    <CardLine>
      {there ? <strong>{nodeName(doc.nodes, data.node)}</strong> : t("A step that is gone")}
    </CardLine>
  );
}
