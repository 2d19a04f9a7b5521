/** From a request's key or cookie to an actor, and from then on whether the proof still holds. */
import type { IncomingHttpHeaders } from "node:http";
import { fromNodeHeaders } from "better-auth/node";
import type { Runtime } from "../runtime.ts";
import { type Actor, readRole } from "./actor.ts";
import { actorOfApiKey } from "./api-keys.ts";
import type { Auth } from "./auth.ts";

export interface Proof {
  actor: Actor;
  /** A session in use is prolonged: cookies to send along. */
  setCookies: string[];
}

type AuthRuntime = Pick<Runtime, "prisma" | "pool" | "now">;

export class Authenticator {
  constructor(
    private readonly runtime: AuthRuntime,
    private readonly auth: Auth,
  ) {}

  /** A key that is given counts alone: a wrong one is refused even when there is a cookie. */
  async prove(headers: IncomingHttpHeaders): Promise<Proof | null> {
    const { authorization } = headers;
    if (authorization !== undefined) {
      const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      const actor = key === undefined ? null : await this.byKey(key);
      return actor && { actor, setCookies: [] };
    }
    return headers.cookie === undefined ? null : this.bySession(headers);
  }

  async byKey(key: string): Promise<Actor | null> {
    return actorOfApiKey(this.runtime.prisma, key, this.runtime.now());
  }

  async bySession(headers: IncomingHttpHeaders): Promise<Proof | null> {
    const { response, headers: answer } = await this.auth.api.getSession({
      headers: fromNodeHeaders(headers),
      returnHeaders: true,
    });
    if (!response) return null;
    const member = await this.runtime.prisma.member.findFirst({
      where: { userId: response.user.id },
      orderBy: { createdAt: "asc" },
    });
    const role = member ? readRole(member.role) : null;
    if (!member || !role) return null;
    const { workspaceId, userId } = member;
    return {
      actor: { workspaceId, userId, role, kind: "member", credentialId: response.session.id },
      setCookies: answer.getSetCookie(),
    };
  }

  /**
   * Of many actors, those whose key was revoked, whose session ended, or who are no members any more:
   * as positions in the list. One query, however many there are.
   */
  async lapsed(actors: readonly Actor[]): Promise<Set<number>> {
    if (actors.length === 0) return new Set();
    const { rows } = await this.runtime.pool.query<{ position: number }>({
      name: "lapsed-actors",
      text: `SELECT (n - 1)::int AS position
               FROM unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[])
                    WITH ORDINALITY AS a(kind, credential, workspace_id, user_id, role, n)
              WHERE CASE a.kind
                    WHEN 'api-key' THEN NOT EXISTS (
                      SELECT 1 FROM api_keys k WHERE k.workspace_id = a.workspace_id AND k.id::text = a.credential
                         AND k.revoked_at IS NULL AND k.role = a.role)
                    ELSE NOT EXISTS (
                      SELECT 1 FROM auth_sessions s JOIN members m ON m.user_id = s.user_id AND m.workspace_id = a.workspace_id
                       WHERE s.id = a.credential AND s.expires_at > now() AND m.role = a.role) END`,
      values: [
        actors.map((actor) => actor.kind),
        actors.map((actor) => actor.credentialId),
        actors.map((actor) => actor.workspaceId),
        actors.map((actor) => actor.userId),
        actors.map((actor) => actor.role),
      ],
    });
    return new Set(rows.map((row) => row.position));
  }
}
