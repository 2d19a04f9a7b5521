/** Who has a flow open and at which step, and that somebody saved it: told to all who have it open, in every process. */
import type { Pool } from "pg";
import type { DefaultEventsMap, Server, Socket } from "socket.io";
import type { Actor } from "../auth/actor.ts";
import {
  type ClientToServerEvents,
  flowPlace,
  type ServerEventPayload,
  type ServerToClientEvents,
} from "../contract/index.ts";

export interface SocketData {
  actor: Actor;
  /** The flow that is open in this tab; the adapter carries it to the other processes. */
  flow?: { id: string; name: string; nodeId: string | null };
}
export type Live = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;

export interface FlowChange extends ServerEventPayload<"flow:changed"> {
  workspaceId: string;
}

type Answer = { ok: true } | { error: string };

const roomOf = (workspaceId: string, flowId: string): string => `${workspaceId}:flow:${flowId}`;

export class FlowRooms {
  constructor(
    private readonly io: Live,
    private readonly pool: Pool,
  ) {}

  welcome(socket: LiveSocket): void {
    socket.on("join:flow", (place, ack) => {
      void this.join(socket, place)
        .catch((): Answer => ({ error: "unavailable" }))
        .then((answer) => typeof ack === "function" && ack(answer));
    });
    socket.on("leave:flow", () => void this.leave(socket));
    socket.on("disconnect", () => void this.leave(socket));
  }

  changed({ workspaceId, ...payload }: FlowChange): void {
    this.io.to(roomOf(workspaceId, payload.flowId)).emit("flow:changed", payload);
  }

  /** Also called when somebody goes to another step. */
  private async join(socket: LiveSocket, asked: unknown): Promise<Answer> {
    const place = flowPlace.safeParse(asked);
    if (!place.success) return { error: "bad-request" };
    const { flowId, nodeId } = place.data;
    const { actor, flow } = socket.data;
    if (flow?.id !== flowId) {
      const name = await this.nameIn(actor, flowId);
      if (name === null) return { error: "forbidden" };
      await this.leave(socket);
      socket.data.flow = { id: flowId, name, nodeId };
      await socket.join(roomOf(actor.workspaceId, flowId));
    } else socket.data.flow = { ...flow, nodeId };
    await this.tellWhoIsThere(actor.workspaceId, flowId);
    return { ok: true };
  }

  /** What the others call somebody; null when the flow is none of this workspace. */
  private async nameIn({ workspaceId, userId }: Actor, flowId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ name: string | null }>({
      name: "socket-may-open-flow",
      text: `SELECT (SELECT name FROM users WHERE id = $3) AS name FROM flows
              WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL`,
      values: [workspaceId, flowId, userId],
    });
    return rows[0] ? (rows[0].name ?? "A program") : null;
  }

  private async leave(socket: LiveSocket): Promise<void> {
    const { actor, flow } = socket.data;
    if (!flow) return;
    delete socket.data.flow;
    await socket.leave(roomOf(actor.workspaceId, flow.id));
    await this.tellWhoIsThere(actor.workspaceId, flow.id).catch(() => {});
  }

  private async tellWhoIsThere(workspaceId: string, flowId: string): Promise<void> {
    const room = roomOf(workspaceId, flowId);
    const sockets = await this.io.in(room).fetchSockets();
    const people = sockets.flatMap(({ id, data }) =>
      data.flow?.id === flowId ? [{ id, name: data.flow.name, nodeId: data.flow.nodeId }] : [],
    );
    this.io.to(room).emit("flow:presence", { flowId, people });
  }
}
