/** Asks before what was typed and not saved is left behind, by a link or by closing the window. */
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { t } from "../i18n/t.ts";
import { ConfirmDialog } from "./ConfirmDialog.tsx";

export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [when]);
  return (
    <ConfirmDialog
      opened={blocker.state === "blocked"}
      title={t("Leave without saving?")}
      confirm={t("Leave")}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {t("What you changed here is not saved yet.")}
    </ConfirmDialog>
  );
}
