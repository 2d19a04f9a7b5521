/** A reaction, told in words. */
export function Reaction({ emoji }: { emoji: string }) {
  return <span>{emoji ? `Reacted with ${emoji}` : "Took a reaction back"}</span>;
}
