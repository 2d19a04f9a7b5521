/** The shape of what comes, so that nothing jumps when it is there. */

import { Skeleton } from "@mantine/core";
import { t } from "../i18n/t.ts";
import classes from "./FlowPage.module.css";

export function LoadingFlow() {
  return (
    <div className={classes.page} aria-busy="true" role="status" aria-label={t("Loading the flow")}>
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
