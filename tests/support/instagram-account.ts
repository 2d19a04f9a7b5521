/** What graph.instagram.com, api.instagram.com and www.instagram.com answer besides sending: one account, its sign-in and its tokens. */
import { randomUUID } from "node:crypto";

const DAY_S = 86_400;

interface Asked {
  method: string;
  /** Below the host, and below the version where there is one. */
  path: string;
  query: URLSearchParams;
  token: string;
  body: string;
}

interface Answer {
  status: number;
  body: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const refused: Answer = { status: 400, body: { error: { code: 190, message: "Invalid token" } } };

export class InstagramAccount {
  /** The person within the app, the professional account, its name. */
  account = { id: "app-scoped-1", user_id: "17841400000000001", username: "luna.shoes" };
  readonly codes = new Set<string>();
  /** Good tokens, and whether they are of sixty days. */
  readonly tokens = new Map<string, "short" | "long">();

  /** The dialog: the person says yes, and comes back. */
  dialog(query: URLSearchParams): string {
    const code = `ig-code-${randomUUID()}`;
    this.codes.add(code);
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("code", `${code}#_`);
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  }

  /** Null: nothing of Instagram's own. */
  answer({ method, path, query, token, body }: Asked): Answer | null {
    const asked = query.get("access_token") ?? "";
    if (method === "POST" && path === "oauth/access_token") return this.exchange(new URLSearchParams(body));
    if (path === "access_token")
      return this.tokens.get(asked) === "short" && query.get("grant_type") === "ig_exchange_token"
        ? this.longToken()
        : refused;
    if (path === "refresh_access_token")
      return this.tokens.get(asked) === "long" && query.get("grant_type") === "ig_refresh_token"
        ? this.longToken()
        : refused;
    if (path !== "me" || !token.startsWith("IG")) return null;
    return this.tokens.has(token) ? ok(this.account) : refused;
  }

  private exchange(form: URLSearchParams): Answer {
    if (form.get("grant_type") !== "authorization_code" || !this.codes.delete(form.get("code") ?? ""))
      return {
        status: 400,
        body: { error_type: "OAuthException", code: 400, error_message: "Invalid code" },
      };
    const access_token = this.give("short");
    return ok({
      data: [{ access_token, user_id: this.account.id, permissions: "instagram_business_basic" }],
    });
  }

  private longToken(): Answer {
    return ok({ access_token: this.give("long"), token_type: "bearer", expires_in: 60 * DAY_S });
  }

  private give(kind: "short" | "long"): string {
    const token = `IGAA${kind}-${randomUUID()}`;
    this.tokens.set(token, kind);
    return token;
  }
}
