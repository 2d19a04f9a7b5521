/** The top of the phone: the business the customer writes to. */
import { IconArrowLeft, IconDotsVertical, IconPhone } from "@tabler/icons-react";
import styles from "./PhoneScreen.module.css";

export function PhoneHeader({ name, typing }: { name: string; typing: boolean }) {
  return (
    <div className={styles.header}>
      <IconArrowLeft size={20} aria-hidden />
      <span className={styles.avatar} aria-hidden>
        {name.trim().charAt(0).toUpperCase() || "H"}
      </span>
      <div className={styles.business}>
        <span className={styles.businessName}>{name}</span>
        <span className={styles.presence} data-typing={typing || undefined}>
          {typing ? "typing…" : "online"}
        </span>
      </div>
      <span className={styles.headerIcons} aria-hidden>
        <IconPhone size={18} stroke={1.7} />
        <IconDotsVertical size={18} stroke={1.7} />
      </span>
    </div>
  );
}
