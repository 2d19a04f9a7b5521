/** Who answers this customer now, and the way to change it. */

import { isLiveStatus } from "@hilo/flow-engine";
import type { Conversation } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { IconHeadset, IconRobot } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import { useMe } from "../shell/use-me.ts";
import styles from "./ChatPane.module.css";
import type { useWheel } from "./use-wheel.ts";

export interface WheelBannerProps {
  conversation: Conversation;
  wheel: ReturnType<typeof useWheel>;
}

export function WheelBanner({ conversation, wheel }: WheelBannerProps) {
  const me = useMe();
  if (conversation.mode === "Bot") {
    const { session } = conversation;
    const runs = session !== null && isLiveStatus(session.status);
    return (
      <div className={styles.banner} data-driver="bot">
        <IconRobot size={18} aria-hidden />
        <p>
          {runs
            ? withParts(t("The bot answers, in {flow}."), { flow: <strong>{session.flowName}</strong> })
            : t("The bot listens. No flow is running.")}
        </p>
        <Button size="compact-sm" loading={wheel.takeOver.isPending} onClick={() => wheel.takeOver.mutate()}>
          {t("Take over")}
        </Button>
      </div>
    );
  }
  const mine = conversation.assignee !== null && conversation.assignee.id === me?.user?.id;
  return (
    <div className={styles.banner} data-driver="human">
      <IconHeadset size={18} aria-hidden />
      <p>{mine ? <Mine /> : <Theirs assignee={conversation.assignee} />}</p>
      <span className={styles.wheel}>
        <Button
          size="compact-sm"
          variant="default"
          title={t("To the bot")}
          loading={wheel.handBack.isPending}
          onClick={() => wheel.handBack.mutate()}
        >
          {t("Hand back")}
        </Button>
        {!mine && (
          <Button
            size="compact-sm"
            loading={wheel.takeOver.isPending}
            onClick={() => wheel.takeOver.mutate()}
          >
            {t("Take over")}
          </Button>
        )}
      </span>
    </div>
  );
}

const Mine = () => withParts(t("{you} answer; the bot keeps quiet."), { you: <strong>{t("You")}</strong> });

function Theirs({ assignee }: { assignee: Conversation["assignee"] }) {
  if (!assignee) return t("Waits for a person; the bot keeps quiet.");
  return withParts(t("{name} answers; the bot keeps quiet."), { name: <strong>{assignee.name}</strong> });
}
