/** What the other side answered: how it went, headers, and the body. */
import type { TriedAnswer } from "@hilo/server/contract";
import { Badge, CopyButton, Group, Text, UnstyledButton } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import classes from "./http-request.module.css";
import { JsonAnswer } from "./JsonAnswer.tsx";
import type { SavedParts } from "./TryRequest.tsx";

/** More of a text nobody reads here. */
const MAX_TEXT = 20_000;

interface AnswerViewProps {
  answer: TriedAnswer;
  save: SavedParts;
  onSave(save: SavedParts): void;
}

export function AnswerView({ answer, save, onSave }: AnswerViewProps) {
  const { error, status, durationMs, headers, body } = answer;
  const names = Object.keys(headers);
  return (
    <section aria-label={t("The answer")} aria-live="polite" className={classes.answer}>
      <Group gap="xs">
        <Badge color={error ? "red" : "teal"} variant="light" radius="sm" size="lg">
          {status ?? t("no answer")}
        </Badge>
        <Text size="sm" c="dimmed">
          {t("in {ms} ms", { ms: durationMs })}
          {status !== null && ` · ${sizeOf(body)}`}
        </Text>
      </Group>
      {error && <Hint tone="bad">{t("The step would fail: {why}.", { why: error.message })}</Hint>}
      {names.length > 0 && (
        <MoreFields title={t("Headers ({count})", { count: names.length })} used={false}>
          <div className={classes.headers}>
            {names.map((name) => (
              <div key={name}>
                <span className={classes.faint}>{name}:</span> {headers[name]}
              </div>
            ))}
          </div>
        </MoreFields>
      )}
      {body !== "" && <Body body={body} save={save} onSave={onSave} />}
    </section>
  );
}

function Body({ body, save, onSave }: { body: string } & Pick<AnswerViewProps, "save" | "onSave">) {
  const json = parsed(body);
  return (
    <div>
      <div className={classes.head}>
        <Text size="xs" c="dimmed">
          {json === undefined ? t("It is a text.") : t("Click what the flow is to remember.")}
        </Text>
        <CopyButton value={body}>
          {({ copied, copy }) => (
            <UnstyledButton className={classes.copy} onClick={copy}>
              {copied ? t("Copied") : t("Copy")}
            </UnstyledButton>
          )}
        </CopyButton>
      </div>
      {json === undefined ? (
        <pre className={classes.code}>
          {body.slice(0, MAX_TEXT)}
          {body.length > MAX_TEXT && "…"}
        </pre>
      ) : (
        <JsonAnswer json={json} save={save} onSave={onSave} />
      )}
    </div>
  );
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1_000 ? `${bytes} B` : t("{size} KB", { size: (bytes / 1_000).toFixed(1) });
}
