/** What colleagues say about a step: written, ticked off, deleted. */

import { ActionIcon, Button, Checkbox, Input, Stack, Textarea, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useFlow } from "../canvas/flow-context.tsx";
import { boardOf, COMMENT_TEXT_MAX, type Comment } from "../document/board.ts";
import { t } from "../i18n/t.ts";
import { ago } from "../shell/time.ts";
import { useMe } from "../shell/use-me.ts";
import { useNow } from "../shell/use-now.ts";
import classes from "./FlowPage.module.css";

export function Comments({ nodeId }: { nodeId: string }) {
  const all = useFlow((state) => boardOf(state.history.present).comments);
  const run = useFlow((state) => state.run);
  const me = useMe();
  const [text, setText] = useState("");
  const comments = all.filter((comment) => comment.nodeId === nodeId);
  const say = () => {
    const author = me?.user?.name ?? "Somebody";
    run({ type: "add-comment", args: { nodeId, author, at: new Date().toISOString(), text } });
    setText("");
  };
  return (
    <section className={classes.leads} aria-label={t("Comments")}>
      <Input.Label mb={6}>{t("Comments")}</Input.Label>
      <Stack gap={8}>
        {comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} />
        ))}
        <Textarea
          aria-label={t("Write a comment")}
          placeholder={t("For your colleagues; customers never see it")}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={COMMENT_TEXT_MAX}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) say();
          }}
        />
        {text.trim() !== "" && (
          <Button size="xs" variant="default" style={{ alignSelf: "flex-end" }} onClick={say}>
            {t("Comment")}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function CommentRow({ comment }: { comment: Comment }) {
  const run = useFlow((state) => state.run);
  const now = useNow();
  const { id, text, author, at, done = false } = comment;
  return (
    <div className={classes.comment} data-done={done || undefined}>
      <Tooltip label={done ? t("Open it again") : t("Tick off")}>
        <Checkbox
          size="xs"
          aria-label={t("Done: {text}", { text })}
          checked={done}
          onChange={() => run({ type: "settle-comment", args: { id, done: !done } })}
        />
      </Tooltip>
      <div className={classes.commentWords}>
        <div className={classes.commentBy}>
          {author} · {ago(at, now)}
        </div>
        {text}
      </div>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={t("Delete this comment")}
        onClick={() => run({ type: "remove-comment", args: { id } })}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  );
}
