/** A person's initials in a colour of their own, which reads by day and by night. */
import { Avatar, type AvatarProps, type ElementProps } from "@mantine/core";
import styles from "./InitialsAvatar.module.css";
import { initials } from "./initials.ts";

interface InitialsAvatarProps
  extends Omit<AvatarProps, "color" | "name" | "style" | "classNames">,
    ElementProps<"div", keyof AvatarProps> {
  /** The same person has the same colour everywhere, whatever the name becomes. */
  id: string;
  name: string | null;
}

/** Whose darkest and second lightest tones read on both grounds. */
const COLORS = ["mulberry", "teal", "indigo", "orange", "cyan", "grape", "lime", "blue"];

function colorOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 9_973;
  return COLORS[sum % COLORS.length] ?? "mulberry";
}

export function InitialsAvatar({ id, name, ...rest }: InitialsAvatarProps) {
  const color = colorOf(id);
  const tones = {
    "--tone-day": `var(--mantine-color-${color}-9)`,
    "--tone-night": `var(--mantine-color-${color}-2)`,
  };
  return (
    <Avatar
      radius={999}
      {...rest}
      color={color}
      style={tones}
      classNames={{ root: styles.avatar ?? "", placeholder: styles.initials ?? "" }}
    >
      {name?.trim() ? initials(name) : null}
    </Avatar>
  );
}
