/** The picture of a phone's chat under a form. */
import { Input } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./preview.module.css";

export function Phone({ children }: { children: ReactNode }) {
  return (
    <div>
      <Input.Label mb={4}>On WhatsApp</Input.Label>
      <div className={classes.phone} aria-label="Preview on WhatsApp" role="img">
        {children}
      </div>
    </div>
  );
}

export function PhoneButton({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return (
    <div className={classes.button}>
      {icon}
      <span>{children}</span>
    </div>
  );
}

/** A button that opens an address. */
export function LinkButton({ label }: { label: string }) {
  return <PhoneButton icon={<IconExternalLink size={15} />}>{label || "…"}</PhoneButton>;
}
