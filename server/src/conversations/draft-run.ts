/** Tries a draft on a conversation: keeps it as a version of its own and starts it, ending what ran. */
import { check } from "@hilo/flow-engine";
import { z } from "zod";
import { newId } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import { type ConversationDeps, submit } from "./submit-row.ts";

/** A try from the middle. */
interface From {
  nodeId?: string | undefined;
  vars?: Record<string, unknown> | undefined;
}

/**
 * @param from where to begin, with what the flow remembers by then; nothing: at its start
 * @returns the id of the kept version
 */
export async function runDraft(
  deps: ConversationDeps,
  workspaceId: string,
  flowId: string,
  conversationId: string,
  from: From = {},
): Promise<string> {
  const { prisma } = deps.runtime;
  const flow = await prisma.flow.findFirst({ where: { workspaceId, id: flowId } });
  if (!flow) throw new AppError("not-found", 404, "There is no such flow.");
  const conversation = await prisma.conversation.findFirst({ where: { workspaceId, id: conversationId } });
  if (!conversation) throw new AppError("not-found", 404, "There is no such conversation.");
  const problems = check(flow.draft).filter((problem) => problem.severity === "error");
  if (problems.length > 0)
    throw new AppError(
      "flow-has-problems",
      422,
      "The draft has problems; mend them before running it.",
      problems.map((problem) => ({ ...problem })),
    );
  if (from.nodeId !== undefined && !hasNode(flow.draft, from.nodeId))
    throw new AppError("not-found", 404, "The draft has no such step.");
  const flowVersionId = newId();
  await prisma.flowVersion.create({
    data: {
      workspaceId,
      id: flowVersionId,
      flowId,
      number: 0,
      kind: "draft-run",
      definition: flow.draft ?? {},
    },
  });
  const { channelId, externalId } = conversation;
  await submit(
    deps,
    { workspaceId, channelId, externalId },
    "start",
    { flowId, flowVersionId, cause: "manual", ...from },
    flowVersionId,
  );
  return flowVersionId;
}

const nodesSchema = z.object({ nodes: z.array(z.object({ id: z.string() })) });

function hasNode(draft: unknown, nodeId: string): boolean {
  return nodesSchema.safeParse(draft).data?.nodes.some(({ id }) => id === nodeId) ?? false;
}
