/** Triggers by where people come from: ads, links, comments, stories, opt-ins. */
import type { TriggerOf } from "@hilo/flow-engine";
import { Select, TagsInput, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { inWords } from "../fields/in-words.ts";
import { withOptional } from "../fields/optional.ts";
import { ModeSelect } from "./MessageFields.tsx";
import { NonEmptyInput } from "./NonEmptyInput.tsx";
import { ACTIVITY_WORDS } from "./trigger-words.ts";

type OriginTrigger = TriggerOf<"ad" | "ref-link" | "comment" | "story" | "opt-in" | "activity" | "lead">;

interface FieldsProps<T> {
  trigger: T;
  onChange(trigger: T): void;
}

export function OriginFields({ trigger, onChange }: FieldsProps<OriginTrigger>) {
  switch (trigger.type) {
    case "ad":
      return (
        <IdsInput
          label={t("Ids of the ads or posts")}
          description={t("None: every ad.")}
          ids={trigger.adIds}
          onChange={(adIds) => onChange(withOptional(trigger, "adIds", adIds))}
        />
      );
    case "ref-link":
      return (
        <NonEmptyInput
          label={t("The link's ref")}
          description={t("What stands behind ?ref= in an m.me or ig.me link, letter for letter.")}
          max={250}
          value={trigger.ref}
          onChange={(ref) => onChange({ ...trigger, ref })}
        />
      );
    case "comment":
      return <CommentFields trigger={trigger} onChange={onChange} />;
    case "story":
      return (
        <Select
          size="xs"
          label={t("When")}
          data={inWords(STORIES)}
          value={trigger.on}
          allowDeselect={false}
          onChange={(on) => isStory(on) && onChange({ ...trigger, on })}
        />
      );
    case "activity":
      return (
        <Select
          size="xs"
          label={t("What")}
          data={inWords(ACTIVITIES)}
          value={trigger.on}
          allowDeselect={false}
          onChange={(on) => isActivity(on) && onChange({ ...trigger, on })}
        />
      );
    case "lead":
      return (
        <IdsInput
          label={t("Ids of the forms")}
          description={t("None: every form. What was filled in is in {{ trigger.event.fields }}.")}
          ids={trigger.formIds}
          onChange={(formIds) => onChange(withOptional(trigger, "formIds", formIds))}
        />
      );
    case "opt-in":
      return (
        <TextInput
          size="xs"
          label={t("Topic")}
          description={t("None: every opt-in.")}
          maxLength={100}
          value={trigger.topic ?? ""}
          onChange={(event) => onChange(withOptional(trigger, "topic", event.currentTarget.value))}
        />
      );
  }
}

const STORIES: { value: TriggerOf<"story">["on"]; label: string }[] = [
  // t:
  { value: "any", label: "somebody answers a story or mentions you in theirs" },
  { value: "reply", label: "somebody answers your story" },
  { value: "mention", label: "somebody mentions you in theirs" },
];

function isStory(value: string | null): value is TriggerOf<"story">["on"] {
  return STORIES.some((story) => story.value === value);
}

const ACTIVITIES = Object.entries(ACTIVITY_WORDS).map(([value, label]) => ({ value, label }));

function isActivity(value: string | null): value is TriggerOf<"activity">["on"] {
  return value !== null && value in ACTIVITY_WORDS;
}

const PLACES = [
  // t:
  { value: "any", label: "on posts and live videos" },
  { value: "live", label: "on live videos only" },
  { value: "post", label: "on posts only" },
];

/** Lives are told apart only when the flow cares: the field is not there otherwise. */
function CommentFields({ trigger, onChange }: FieldsProps<TriggerOf<"comment">>) {
  const place = trigger.live === undefined ? "any" : trigger.live ? "live" : "post";
  return (
    <>
      <TextInput
        size="xs"
        label={t("With the keyword")}
        description={t("None: every comment. The flow's first message is the private answer to it.")}
        maxLength={200}
        value={trigger.keyword ?? ""}
        onChange={(event) => onChange(withOptional(trigger, "keyword", event.currentTarget.value))}
      />
      {trigger.keyword !== undefined && (
        <ModeSelect
          label={t("When the comment")}
          mode={trigger.mode}
          onChange={(mode) => onChange({ ...trigger, mode })}
        />
      )}
      <Select
        size="xs"
        label={t("Where")}
        data={inWords(PLACES)}
        value={place}
        allowDeselect={false}
        onChange={(value) =>
          onChange(withOptional(trigger, "live", value === "any" ? undefined : value === "live"))
        }
      />
      <IdsInput
        label={t("Ids of the posts")}
        description={t("None: every post.")}
        ids={trigger.postIds}
        onChange={(postIds) => onChange(withOptional(trigger, "postIds", postIds))}
      />
    </>
  );
}

interface IdsInputProps {
  label: string;
  description: string;
  ids: string[] | undefined;
  onChange(ids: string[] | undefined): void;
}

/** As in the format. */
const MAX_IDS = 200;
const MAX_ID = 100;

function IdsInput({ label, description, ids, onChange }: IdsInputProps) {
  return (
    <TagsInput
      size="xs"
      label={label}
      description={description}
      placeholder={t("Type an id, then Enter")}
      maxTags={MAX_IDS}
      value={ids ?? []}
      onChange={(next) => {
        const sound = next.map((id) => id.trim().slice(0, MAX_ID)).filter((id) => id !== "");
        onChange(sound.length > 0 ? sound : undefined);
      }}
    />
  );
}
