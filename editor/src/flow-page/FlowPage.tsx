/** The page of one flow. The canvas and the engine are fetched only when somebody opens one. */
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { LoadingFlow } from "./LoadingFlow.tsx";

const OpenFlow = lazy(async () => ({ default: (await import("./OpenFlow.tsx")).OpenFlow }));

export function FlowPage() {
  const { id = "" } = useParams();
  return (
    <Suspense fallback={<LoadingFlow />}>
      <OpenFlow key={id} id={id} />
    </Suspense>
  );
}
