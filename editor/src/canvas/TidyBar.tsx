/** Asks whether a tidied flow stays as it is shown. */

import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import classes from "./Canvas.module.css";
import type { Tidying } from "./use-tidying.ts";

export function TidyBar({ tidying }: { tidying: Tidying }) {
  if (tidying.proposed === null) {
    return tidying.busy ? (
      <Panel position="top-center">
        <div className={classes.tidyBar} role="status">
          {t("Tidying up…")}
        </div>
      </Panel>
    ) : null;
  }
  return (
    <Panel position="top-center">
      <section className={classes.tidyBar} aria-label={t("Tidied up")}>
        {t("Tidied up. Is it better?")}
        <Button size="xs" variant="default" onClick={tidying.discard}>
          {t("Discard")}
        </Button>
        <Button size="xs" onClick={tidying.keep} data-autofocus>
          {t("Keep")}
        </Button>
      </section>
    </Panel>
  );
}
