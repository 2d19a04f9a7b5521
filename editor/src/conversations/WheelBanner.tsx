/** Who answers this customer now, and the way to change it. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Conversation } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { IconHeadset, IconRobot } from "@tabler/icons-react";
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
          {runs ? (
            <>
              The bot answers, in <strong>{session.flowName}</strong>.
            </>
          ) : (
            "The bot listens. No flow is running."
          )}
        </p>
        <Button size="compact-sm" loading={wheel.takeOver.isPending} onClick={() => wheel.takeOver.mutate()}>
          Take over
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
          title="To the bot"
          loading={wheel.handBack.isPending}
          onClick={() => wheel.handBack.mutate()}
        >
          Hand back
        </Button>
        {!mine && (
          <Button
            size="compact-sm"
            loading={wheel.takeOver.isPending}
            onClick={() => wheel.takeOver.mutate()}
          >
            Take over
          </Button>
        )}
      </span>
    </div>
  );
}

const Mine = () => (
  <>
    <strong>You</strong> answer; the bot keeps quiet.
  </>
);

function Theirs({ assignee }: { assignee: Conversation["assignee"] }) {
  if (!assignee) return "Waits for a person; the bot keeps quiet.";
  return (
    <>
      <strong>{assignee.name}</strong> answers; the bot keeps quiet.
    </>
  );
}
