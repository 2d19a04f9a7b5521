/** Asks whether a tidied flow stays as it is shown. */
import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import classes from "./Canvas.module.css";
import type { Tidying } from "./use-tidying.ts";

export function TidyBar({ tidying }: { tidying: Tidying }) {
  if (tidying.proposed === null) {
    return tidying.busy ? (
      <Panel position="top-center">
        <div className={classes.tidyBar} role="status">
          Tidying up…
        </div>
      </Panel>
    ) : null;
  }
  return (
    <Panel position="top-center">
      <section className={classes.tidyBar} aria-label="Tidied up">
        Tidied up. Is it better?
        <Button size="xs" variant="default" onClick={tidying.discard}>
          Discard
        </Button>
        <Button size="xs" onClick={tidying.keep} data-autofocus>
          Keep
        </Button>
      </section>
    </Panel>
  );
}
