/** A page that broke while it was drawn: says so, shows the error for a report, and offers the ways on. */

import { Button, Code } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { t } from "../i18n/t.ts";
import { Notice } from "./Notice.tsx";

export function CrashPage() {
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div role="alert" style={{ height: "100%" }}>
      <Notice
        fill
        shape="snapped"
        title={t("This page broke")}
        actions={
          <>
            <Button onClick={() => window.location.reload()}>{t("Load it again")}</Button>
            <Button component={Link} to="/flows" variant="default" reloadDocument>
              {t("To the flows")}
            </Button>
          </>
        }
      >
        {t("Nothing was lost: what you saved is on the server. If it happens again, this is what to report:")}
        <Code block mt="md" style={{ whiteSpace: "pre-wrap", textAlign: "left" }}>
          {message}
        </Code>
      </Notice>
    </div>
  );
}
