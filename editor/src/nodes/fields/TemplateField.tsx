/** A text that may hold variables: grows with what is typed, counts, completes names, and inserts at the cursor. */
import { Input, Textarea } from "@mantine/core";
import { useId, useRef } from "react";
import { Completions } from "./Completions.tsx";
import { counted, overLimit } from "./count.ts";
import classes from "./fields.module.css";
import { useCompleting } from "./use-completing.ts";
import { VariablePicker } from "./VariablePicker.tsx";

export interface TemplateFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Characters the channel takes; without it nothing is counted. */
  limit?: number;
  /** What people call that channel. */
  where?: string;
  /** It counts bytes. */
  inBytes?: boolean;
  placeholder?: string;
  description?: string;
  minRows?: number;
  mono?: boolean;
}

export function TemplateField(props: TemplateFieldProps) {
  const { label, value, onChange, limit, where, inBytes, placeholder, description } = props;
  const { minRows = 3, mono = false } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const count = limit === undefined ? null : counted(value, limit, inBytes);
  const completing = useCompleting({ id: `${id}-fits`, area, value, onChange });
  const insert = (text: string) => {
    const at = area.current?.selectionStart ?? value.length;
    const end = area.current?.selectionEnd ?? at;
    completing.put(value.slice(0, at) + text + value.slice(end), at + text.length);
  };
  return (
    <div>
      <div className={classes.labelRow}>
        <Input.Label htmlFor={id}>{label}</Input.Label>
        <div className={classes.tools}>
          {count && (
            <span className={classes.count} data-over={count.over || undefined} title={where}>
              {count.label}
            </span>
          )}
          <VariablePicker onPick={insert} />
        </div>
      </div>
      <div className={classes.completing}>
        <Textarea
          id={id}
          ref={area}
          autosize
          minRows={minRows}
          maxRows={14}
          value={value}
          placeholder={placeholder}
          description={description}
          error={limit === undefined ? undefined : overLimit(value, limit, where, inBytes)}
          {...(mono && { ff: "monospace" })}
          {...completing.area}
        />
        {completing.list && <Completions {...completing.list} />}
      </div>
    </div>
  );
}
