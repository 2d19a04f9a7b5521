/** What is kept of the call, and how long it is waited for. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"wait-for-webhook">>) {
  return (
    <>
      <CardLine>Until another system calls</CardLine>
      {data.save.length > 0 && <CardLine>→ {data.save.map(({ name }) => name).join(", ")}</CardLine>}
    </>
  );
}
