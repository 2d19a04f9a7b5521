/** One thing to press under a bubble or on a card; a link where it opens an address. */
import { IconExternalLink, type TablerIcon } from "@tabler/icons-react";
import styles from "./Bubble.module.css";
import { loadableUrl } from "./MediaBody.tsx";

export interface OptionProps {
  icon: TablerIcon;
  title: string;
  /** Without it the option is shown and can't be pressed. */
  onPress?: (() => void) | undefined;
}

export function Option({ icon: Icon, title, onPress }: OptionProps) {
  const face = (
    <>
      <Icon size={16} aria-hidden />
      <span dir="auto">{title}</span>
    </>
  );
  if (!onPress) return <span className={styles.option}>{face}</span>;
  return (
    <button type="button" className={styles.option} onClick={onPress}>
      {face}
    </button>
  );
}

/** Opens in a tab of its own. What is no web address is shown and can't be opened. */
export function LinkOption({ title, url }: { title: string; url: string }) {
  const href = loadableUrl(url);
  if (!href) return <Option icon={IconExternalLink} title={title} />;
  return (
    <a className={styles.option} href={href} target="_blank" rel="noopener noreferrer nofollow">
      <IconExternalLink size={16} aria-hidden />
      <span dir="auto">{title}</span>
    </a>
  );
}
