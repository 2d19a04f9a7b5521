/** What stands behind the Graph stand-in besides sending: accounts, numbers, pages, templates, files, tokens, leads. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { InstagramAccount } from "./instagram-account.ts";

type Json = Record<string, unknown>;

export interface GraphCallRecord {
  method: string;
  /** Below the version, without the query. */
  path: string;
  query: URLSearchParams;
  token: string;
  body: string;
}

export interface StoredFile {
  bytes: Buffer;
  mime: string;
  /** How often its bytes were asked for. */
  reads: number;
  /** Half of it comes, and then nothing more. */
  stalls?: boolean;
}

export interface TokenRecord {
  valid: boolean;
  userId: string;
  /** Seconds since the epoch, 0: never. */
  expiresAt: number;
  scopes: string[];
  whatsappAccounts: string[];
}

interface Answer {
  status: number;
  body: unknown;
}

const refuse = (code: number, message: string, status = 400): Answer => ({
  status,
  body: { error: { code, message, type: "OAuthException" } },
});

/** Templates on one page of their list. */
const PAGE = 2;
const HOUR_S = 3600;

export class GraphAccount {
  readonly calls: GraphCallRecord[] = [];
  /** What stands behind Instagram's own hosts. */
  readonly instagram = new InstagramAccount();
  /** By id: numbers, pages, leads and whatever else is asked for by its id. */
  readonly nodes = new Map<string, Json>();
  readonly templates = new Map<string, Json[]>();
  readonly numbers = new Map<string, Json[]>();
  readonly pages: Json[] = [];
  readonly files = new Map<string, StoredFile>();
  readonly tokens = new Map<string, TokenRecord>();
  /** Ids of accounts and pages whose webhooks come to the app. */
  readonly subscribed = new Set<string>();
  /** Codes that a sign-in gave and that were not exchanged yet → the person's id. */
  readonly codes = new Map<string, string>();
  /** Addresses given out for a file, still good. */
  private readonly addresses = new Map<string, string>();
  private readonly failures: { method: string; path: RegExp; answer: Answer; left: number }[] = [];
  private made = 0;

  /** The next `times` calls that match get this. */
  failNext(method: string, path: RegExp, status: number, body: unknown, times = 1): void {
    this.failures.push({ method, path, answer: { status, body }, left: times });
  }

  callsTo(method: string, path: RegExp): GraphCallRecord[] {
    return this.calls.filter((call) => call.method === method && path.test(call.path));
  }

  addToken(token: string, record: Partial<TokenRecord> = {}): void {
    this.tokens.set(token, {
      valid: true,
      userId: "900",
      expiresAt: 0,
      scopes: [],
      whatsappAccounts: [],
      ...record,
    });
  }

  addFile(bytes: Buffer, mime: string): string {
    const id = `${7_000_000 + ++this.made}`;
    this.files.set(id, { bytes, mime, reads: 0 });
    return id;
  }

  /** Every address given out so far is dead from now on. */
  expireAddresses(): void {
    this.addresses.clear();
  }

  /** An address of a file, as a webhook names it. */
  addressOf(fileId: string, origin: string): string {
    const name = randomUUID();
    this.addresses.set(name, fileId);
    return `${origin}/files/${name}`;
  }

  async handle(req: IncomingMessage, res: ServerResponse, body: string, origin: string): Promise<void> {
    const url = new URL(req.url ?? "/", origin);
    const token = (req.headers.authorization ?? "").replace(/^Bearer /, "");
    if (url.pathname.startsWith("/files/")) return this.sendFile(url.pathname.slice(7), token, res);
    const path = url.pathname.replace(/^(\/v\d+\.\d+)?\//, "");
    const call = { method: req.method ?? "GET", path, query: url.searchParams, token, body };
    this.calls.push(call);
    if (path === "dialog/oauth") return this.signIn(call, res);
    if (path === "oauth/authorize") {
      res.writeHead(302, { location: this.instagram.dialog(call.query) }).end();
      return;
    }
    const answer = this.failure(call) ?? this.instagram.answer(call) ?? this.answer(call, origin);
    res.writeHead(answer.status, { "content-type": "application/json" });
    res.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  }

  private failure(call: GraphCallRecord): Answer | null {
    const found = this.failures.find(
      ({ method, path, left }) => left > 0 && method === call.method && path.test(call.path),
    );
    if (!found) return null;
    found.left -= 1;
    return found.answer;
  }

  private answer(call: GraphCallRecord, origin: string): Answer {
    const { method, path } = call;
    if (path === "oauth/access_token") return this.exchange(call);
    if (path === "debug_token") return this.debug(call);
    const known = this.tokens.get(call.token);
    if (known && !known.valid) return refuse(190, "Error validating access token", 401);
    if (path === "me") return ok({ id: known?.userId ?? "900", name: "Ana Ruiz" });
    if (path === "me/accounts") return paged(this.pages, call);
    if (path === "me/permissions") return ok({ success: true });
    const [id = "", edge] = path.split("/");
    switch (edge) {
      case "message_templates":
        return paged(this.templates.get(id) ?? [], call);
      case "phone_numbers":
        return paged(this.numbers.get(id) ?? [], call);
      case "subscribed_apps":
        if (method === "DELETE") this.subscribed.delete(id);
        else this.subscribed.add(id);
        return ok({ success: true });
      case "media":
      case "message_attachments":
        return this.takeFile(call, edge);
      case undefined:
        return this.node(id, call, origin);
      default:
        return refuse(2500, `Unknown path components: /${edge}`);
    }
  }

  /** As Graph: a field it does not know refuses the whole request. */
  private node(id: string, { query }: GraphCallRecord, origin: string): Answer {
    const file = this.files.get(id);
    if (file)
      return ok({ id, url: this.addressOf(id, origin), mime_type: file.mime, file_size: file.bytes.length });
    const node = this.nodes.get(id);
    if (!node) return refuse(100, `Object with ID '${id}' does not exist`);
    const fields = (query.get("fields") ?? "id").split(",").map((field) => field.replace(/\{.*$/, ""));
    const unknown = fields.find((field) => !(field in node) && field !== "id");
    if (unknown) return refuse(100, `(#100) Tried accessing nonexisting field (${unknown})`);
    return ok({ id, ...Object.fromEntries(fields.map((field) => [field, node[field] ?? id])) });
  }

  private takeFile({ body }: GraphCallRecord, edge: string): Answer {
    const id = this.addFile(Buffer.from(body, "latin1"), "application/octet-stream");
    return ok(edge === "media" ? { id } : { attachment_id: id });
  }

  private sendFile(name: string, token: string, res: ServerResponse): void {
    const id = this.addresses.get(name);
    const file = id === undefined ? undefined : this.files.get(id);
    // Without a token WhatsApp's addresses answer nothing.
    if (!file || token === "") {
      res.writeHead(file ? 401 : 404, { "content-type": "text/plain" }).end("gone");
      return;
    }
    file.reads += 1;
    if (file.stalls) {
      res.writeHead(200, { "content-type": file.mime, "content-length": file.bytes.length });
      res.write(file.bytes.subarray(0, file.bytes.length / 2));
      return;
    }
    res.writeHead(200, { "content-type": file.mime, "content-length": file.bytes.length }).end(file.bytes);
  }

  private signIn({ query }: GraphCallRecord, res: ServerResponse): void {
    const code = `code-${randomUUID()}`;
    this.codes.set(code, "900");
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    res.writeHead(302, { location: back.href }).end();
  }

  /** A code gives a token of an hour, a token one of sixty days. */
  private exchange({ query }: GraphCallRecord): Answer {
    const long = query.get("grant_type") === "fb_exchange_token";
    const from = long ? (query.get("fb_exchange_token") ?? "") : (query.get("code") ?? "");
    const known = this.tokens.get(from);
    const userId = long ? known?.userId : this.codes.get(from);
    if (userId === undefined || known?.valid === false)
      return refuse(190, "This authorization code has been used.");
    this.codes.delete(from);
    const token = `${long ? "long" : "short"}-${randomUUID()}`;
    const expires = long ? 60 * 24 * HOUR_S : HOUR_S;
    this.addToken(token, {
      ...known,
      userId,
      expiresAt: Math.floor(Date.now() / 1000) + expires,
      ...(known ? {} : { scopes: [...GRANTED], whatsappAccounts: [...this.numbers.keys()] }),
    });
    return ok({ access_token: token, token_type: "bearer", expires_in: expires });
  }

  private debug({ query }: GraphCallRecord): Answer {
    const known = this.tokens.get(query.get("input_token") ?? "");
    if (!known)
      return ok({ data: { is_valid: false, error: { code: 190, message: "Invalid OAuth access token." } } });
    return ok({
      data: {
        app_id: "4242",
        type: "USER",
        is_valid: known.valid,
        user_id: known.userId,
        expires_at: known.expiresAt,
        scopes: known.scopes,
        granular_scopes: [
          { scope: "whatsapp_business_management", target_ids: known.whatsappAccounts },
          { scope: "pages_messaging" },
        ],
        ...(known.valid ? {} : { error: { code: 190, message: "The session has been invalidated." } }),
      },
    });
  }
}

const GRANTED = ["whatsapp_business_management", "whatsapp_business_messaging", "pages_messaging"];

const ok = (body: unknown): Answer => ({ status: 200, body });

function paged(all: readonly Json[], { query }: GraphCallRecord): Answer {
  const start = Number(query.get("after") ?? 0);
  const end = start + PAGE;
  const next = end < all.length ? { next: "https://graph.example/next" } : {};
  return ok({
    data: all.slice(start, end),
    paging: { cursors: { before: `${start}`, after: `${end}` }, ...next },
  });
}
