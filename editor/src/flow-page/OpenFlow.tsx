/** One flow: reading it, drawing it, and what is shown when it can't be. */

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { Link } from "react-router";
import { ApiError } from "../api/api-error.ts";
import { UnreadableFlowError } from "../document/flow-document.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { FlowEditor } from "./FlowEditor.tsx";
import { LoadingFlow } from "./LoadingFlow.tsx";
import { openFlowQuery } from "./load-flow.ts";

export function OpenFlow({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(openFlowQuery(id));
  if (data) {
    return (
      <ReactFlowProvider>
        <FlowEditor loaded={data} />
      </ReactFlowProvider>
    );
  }
  if (error) return <NotOpened error={error} onRetry={() => void refetch()} />;
  return <LoadingFlow />;
}

function NotOpened({ error, onRetry }: { error: Error; onRetry(): void }) {
  const back = (
    <Button component={Link} to="/flows" variant="default">
      {t("All flows")}
    </Button>
  );
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Notice fill shape="lost" title={t("This flow does not exist")} actions={back}>
        {t("It may have been deleted, or it belongs to another workspace.")}
      </Notice>
    );
  }
  if (error instanceof UnreadableFlowError) {
    return (
      <Notice fill shape="snapped" title={t("This flow can't be shown")} actions={back}>
        {t("Its definition is not a flow of this version: {why}", { why: error.message })}
      </Notice>
    );
  }
  return <LoadFailed fill what={t("The flow")} error={error} onRetry={onRetry} />;
}
