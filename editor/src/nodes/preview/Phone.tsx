/** The picture of a phone's chat under a form. */

import { Input, Switch } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { t } from "../../i18n/t.ts";
import { ChatText } from "./ChatText.tsx";
import { ExampleProvider, useExample } from "./example.tsx";
import classes from "./preview.module.css";

export function Phone({ children }: { children: ReactNode }) {
  const [filled, setFilled] = useState(false);
  const fill = useExample();
  return (
    <div>
      <div className={classes.phoneLabel}>
        <Input.Label>{t("On WhatsApp")}</Input.Label>
        <Switch
          size="xs"
          labelPosition="left"
          label={t("Example values")}
          checked={filled}
          onChange={(event) => setFilled(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.phone} aria-label={t("Preview on WhatsApp")} role="img">
        <ExampleProvider value={filled ? fill : null}>{children}</ExampleProvider>
      </div>
    </div>
  );
}

export function PhoneButton({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return (
    <div className={classes.button}>
      {icon}
      <span>{typeof children === "string" ? <ChatText text={children} /> : children}</span>
    </div>
  );
}

/** A button that opens an address. */
export function LinkButton({ label }: { label: string }) {
  return <PhoneButton icon={<IconExternalLink size={15} />}>{label || "…"}</PhoneButton>;
}
