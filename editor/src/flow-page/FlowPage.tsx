/** The page of one flow: loading it, and what is shown when it can't be. */
import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { Link, useParams } from "react-router";
import { ApiError } from "../api/api-error.ts";
import { UnreadableFlowError } from "../document/flow-document.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { FlowEditor } from "./FlowEditor.tsx";
import classes from "./FlowPage.module.css";
import { openFlowQuery } from "./load-flow.ts";

export function FlowPage() {
  const { id = "" } = useParams();
  return <OneFlow key={id} id={id} />;
}

function OneFlow({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(openFlowQuery(id));
  if (data) {
    return (
      <ReactFlowProvider>
        <FlowEditor loaded={data} />
      </ReactFlowProvider>
    );
  }
  if (error) return <NotOpened error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

function NotOpened({ error, onRetry }: { error: Error; onRetry(): void }) {
  const back = (
    <Button component={Link} to="/flows" variant="default">
      All flows
    </Button>
  );
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Notice fill shape="lost" title="This flow does not exist" actions={back}>
        It may have been deleted, or it belongs to another workspace.
      </Notice>
    );
  }
  if (error instanceof UnreadableFlowError) {
    return (
      <Notice fill shape="snapped" title="This flow can't be shown" actions={back}>
        Its definition is not a flow of this version: {error.message}
      </Notice>
    );
  }
  return <LoadFailed fill what="The flow" error={error} onRetry={onRetry} />;
}

/** The shape of what comes, so that nothing jumps when it is there. */
function Loading() {
  return (
    <div className={classes.page} aria-busy="true" role="status" aria-label="Loading the flow">
      <div className={classes.bar}>
        <Skeleton width={190} height={20} radius="sm" />
        <Skeleton width={96} height={32} ml="auto" />
      </div>
      <div className={classes.work}>
        <div className={classes.ground}>
          <Skeleton width={272} height={84} radius="lg" />
          <Skeleton width={272} height={150} radius="lg" mt={34} />
          <Skeleton width={272} height={190} radius="lg" mt={-60} />
        </div>
      </div>
    </div>
  );
}
