/** What the customer is told, and who takes over. */
import { assigneeWords } from "../fields/AssigneeFields.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"handoff">>) {
  return (
    <>
      {data.text !== "" && <Bubble compact text={data.text} />}
      <CardLine>
        To <strong>{data.assign ? assigneeWords(data.assign) : data.team || "whoever is free"}</strong>
      </CardLine>
    </>
  );
}
