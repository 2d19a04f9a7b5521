/** The page of one flow. The canvas and the engine are fetched only when somebody opens one. */
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { isId } from "../api/is-id.ts";
import { NotFoundPage } from "../shell/NotFoundPage.tsx";
import { LoadingFlow } from "./LoadingFlow.tsx";

const OpenFlow = lazy(async () => ({ default: (await import("./OpenFlow.tsx")).OpenFlow }));

export function FlowPage() {
  const { id = "" } = useParams();
  if (!isId(id)) return <NotFoundPage />;
  return (
    <Suspense fallback={<LoadingFlow />}>
      <OpenFlow key={id} id={id} />
    </Suspense>
  );
}
