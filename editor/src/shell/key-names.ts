/** Keys as they are printed on this machine's keyboard. */
const isMac = () => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

const NAMES: Record<string, string> = {
  shift: "⇧",
  alt: "Alt",
  escape: "Esc",
  delete: "Del",
  backspace: "⌫",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
};

/** `mod+shift+z` → ["Ctrl", "⇧", "Z"] */
export function keyNames(keys: string, mac = isMac()): string[] {
  return keys
    .split(/\+(?=.)/)
    .map((key) => (key === "mod" ? (mac ? "⌘" : "Ctrl") : (NAMES[key] ?? key.toUpperCase())));
}
