/** The request sent once, as drawn: with values to fill in, and the answer, of which parts can be kept by a click. */
import { type BuiltRequest, exampleRequest, requestPaths } from "@hilo/flow-engine";
import type { TriedRequest } from "@hilo/server/contract";
import { Alert, Button, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure, useMediaQuery, useSessionStorage } from "@mantine/hooks";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { t } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";
import type { NodeData } from "../node-ui.ts";
import { useExampleEnvironment } from "../preview/example.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { ExampleValues } from "./ExampleValues.tsx";
import { type TypedValues, withTyped } from "./example-values.ts";
import classes from "./http-request.module.css";

type HttpData = NodeData<"http-request">;
export type SavedParts = HttpData["save"];

interface TryRequestProps {
  nodeId: string;
  data: HttpData;
  onSave(save: SavedParts): void;
}

export function TryRequest(props: TryRequestProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const narrow = useMediaQuery("(max-width: 600px)") ?? false;
  return (
    <>
      <Button
        variant="light"
        size="xs"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        style={{ alignSelf: "flex-start" }}
        onClick={open}
      >
        {t("Try it…")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("Try the request")}
        size="min(680px, 94vw)"
        fullScreen={narrow}
      >
        <Trial {...props} />
      </Modal>
    </>
  );
}

function Trial({ nodeId, data, onSave }: TryRequestProps) {
  const paths = requestPaths(data);
  const examples = useExampleEnvironment();
  const [typed, setTyped] = useSessionStorage<TypedValues>({
    key: `hilo-try-${nodeId}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const request = exampleRequest(data, withTyped(examples, paths, typed));
  const trial = useMutation({ mutationFn: (task: TriedRequest) => api.requests.try(task) });
  const send = () => {
    if (!("task" in request)) return;
    const { kind: _kind, retries: _retries, ...task } = request.task;
    trial.mutate(task);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <ExampleValues paths={paths} examples={examples} typed={typed} onChange={setTyped} />
        <Sent request={request} />
        <div className={classes.send}>
          <Button type="submit" size="sm" loading={trial.isPending} disabled={"problem" in request}>
            {t("Send it")}
          </Button>
          {data.method !== "GET" && (
            <Text size="xs" c="dimmed">
              {t("It is really sent: the other side may change something.")}
            </Text>
          )}
        </div>
        {trial.error && <Hint tone="bad">{toApiError(trial.error).message}</Hint>}
        {trial.data && !trial.isPending && (
          <AnswerView answer={trial.data} save={data.save} onSave={onSave} />
        )}
      </Stack>
    </form>
  );
}

/** What would go out. */
function Sent({ request }: { request: BuiltRequest }) {
  if ("problem" in request)
    return (
      <Alert color="yellow" variant="light" p="xs">
        {t("It can't be sent like this: {problem}.", { problem: request.problem })}
      </Alert>
    );
  const { method, url, headers, body, auth } = request.task;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <section aria-label={t("What is sent")} className={classes.sent}>
      <div className={classes.address}>
        <strong>{method}</strong> {url}
      </div>
      {lines.length > 0 && <div className={classes.faint}>{lines.join("\n")}</div>}
      {auth && <div className={classes.faint}>{t("with the secret “{name}”", { name: auth.secret })}</div>}
      {body !== undefined && <div className={classes.body}>{body}</div>}
    </section>
  );
}
