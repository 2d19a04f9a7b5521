/** A box to write in that grows, sends by Enter, and offers what fits to what is typed. */
import { IconSend2 } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { t } from "../../i18n/t.ts";
import styles from "./Composer.module.css";
import { accepted, type Suggestion, type Suggestions } from "./suggest.ts";

interface WriteBoxProps {
  label: string;
  placeholder: string;
  submitLabel: string;
  maxLength: number;
  text: string;
  onText(text: string): void;
  onSubmit(): void;
  suggest(text: string, caret: number): Suggestions | null;
  /** Stands before the box. */
  tools?: ReactNode;
  box?: Ref<HTMLTextAreaElement>;
}

export function WriteBox(props: WriteBoxProps) {
  const { label, placeholder, submitLabel, maxLength, text, onText, onSubmit, suggest, tools, box } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(box, () => area.current);
  /** Where the cursor is while something is typed. */
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const found = caret === null ? null : suggest(text, caret);
  const empty = text.trim() === "";

  const pick = (suggestion: Suggestion) => {
    if (!found || caret === null) return;
    const next = accepted(text, caret, found, suggestion);
    onText(next.text);
    setCaret(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const submit = () => {
    if (!empty) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing) return;
    if (found && walk(event.key, found.options, active, setActive, { pick, leave: () => setCaret(null) })) {
      event.preventDefault();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {tools}
      {found && <Options id={id} options={found.options} active={active} onPick={pick} />}
      <textarea
        ref={area}
        rows={1}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-label={label}
        aria-autocomplete="list"
        {...(found && { "aria-controls": id, "aria-activedescendant": `${id}-${active}` })}
        value={text}
        onChange={(event) => {
          setActive(0);
          setCaret(event.currentTarget.selectionStart);
          onText(event.currentTarget.value);
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label={submitLabel} title={submitLabel} disabled={empty}>
        <IconSend2 size={20} aria-hidden />
      </button>
    </form>
  );
}

/** @returns whether the key was for the list */
function walk(
  key: string,
  options: readonly Suggestion[],
  active: number,
  setActive: (at: number) => void,
  { pick, leave }: { pick(suggestion: Suggestion): void; leave(): void },
): boolean {
  const chosen = options[active];
  if (key === "ArrowDown") setActive((active + 1) % options.length);
  else if (key === "ArrowUp") setActive((active + options.length - 1) % options.length);
  else if (key === "Escape") leave();
  else if ((key === "Enter" || key === "Tab") && chosen) pick(chosen);
  else return false;
  return true;
}

interface OptionsProps {
  id: string;
  options: readonly Suggestion[];
  active: number;
  onPick(suggestion: Suggestion): void;
}

function Options({ id, options, active, onPick }: OptionsProps) {
  return (
    <div id={id} role="listbox" aria-label={t("What fits here")} className={styles.options}>
      {options.map((option, at) => (
        <div
          key={option.key}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={styles.option}
          // Before the text loses its focus to the click.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(option);
          }}
        >
          <strong>{option.label}</strong>
          {option.detail && <span>{option.detail}</span>}
        </div>
      ))}
    </div>
  );
}
