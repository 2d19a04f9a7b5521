/** An address that leads nowhere. */

import { Button } from "@mantine/core";
import { Link } from "react-router";
import { t } from "../i18n/t.ts";
import { Notice } from "./Notice.tsx";

export function NotFoundPage() {
  return (
    <>
      <title>{t("Not found · Hilo")}</title>
      <Notice
        fill
        shape="lost"
        title={t("The thread ends here")}
        actions={
          <>
            <Button component={Link} to="/flows">
              {t("To the flows")}
            </Button>
            <Button component={Link} to="/conversations" variant="default">
              {t("To the conversations")}
            </Button>
          </>
        }
      >
        {t("There is nothing at this address. It may have been removed, or the link was cut short.")}
      </Notice>
    </>
  );
}
