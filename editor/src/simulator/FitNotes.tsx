/** Under a bubble: what was changed so that the platform takes it; why, on hover. */
import type { Message } from "@hilo/server/contract";
import { IconScissors } from "@tabler/icons-react";
import styles from "./Chat.module.css";
import { fitReason } from "./fit-reasons.ts";
import { fitWords } from "./fit-words.ts";

export function FitNotes({ notes }: { notes: NonNullable<Message["fitNotes"]> }) {
  return (
    <ul className={styles.fitNotes}>
      {notes.map((note) => (
        <li key={note.message} title={fitReason(note.message)}>
          <IconScissors size={12} aria-hidden />
          {fitWords(note)}
        </li>
      ))}
    </ul>
  );
}
