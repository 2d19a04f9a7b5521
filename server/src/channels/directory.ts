/** Channels by id and by the platform's id, with their secrets open, kept in memory: webhooks and sends ask for them all the time. */
import { statement } from "../db/sql.ts";
import type { Runtime } from "../runtime.ts";
import type { Login, Platform } from "./channel.ts";
import { type ChannelHealth, readChannelHealth } from "./health.ts";
import { type ChannelSecret, channelSecretAad } from "./secrets.ts";
import { type ChannelSettings, readChannelSettings } from "./settings.ts";

export interface ChannelRecord {
  workspaceId: string;
  id: string;
  platform: Platform;
  name: string;
  platformId: string;
  /** The WhatsApp Business Account of a number, the page of an Instagram account; null: not known yet. */
  accountId: string | null;
  graphVersion: string | null;
  login: Login;
  state: "active" | "paused" | "reauthorize" | "disabled";
  accessToken: string | null;
  appSecret: string | null;
  verifyToken: string | null;
  /** The token as it is stored: tells whether it was changed while a send was under way. */
  sealedAccessToken: string | null;
  settings: ChannelSettings;
  health: ChannelHealth;
}

export interface ChannelSnapshot {
  all: readonly ChannelRecord[];
  byPlatformId(platform: Platform, platformId: string): ChannelRecord | undefined;
  /** Channels of a WhatsApp Business Account. */
  byAccountId(platform: Platform, accountId: string): readonly ChannelRecord[];
  /** Where deliveries go that belong to no channel: the first workspace; null before there is one. */
  firstWorkspaceId: string | null;
}

type Row = Omit<ChannelRecord, ChannelSecret | "settings" | "health"> &
  Record<ChannelSecret, string | null> & { settings: unknown; health: unknown };

const COLUMNS = `workspace_id AS "workspaceId", id, platform, name, platform_id AS "platformId", account_id AS "accountId", graph_version AS "graphVersion", login,
  state, access_token AS "accessToken", app_secret AS "appSecret", verify_token AS "verifyToken",
  access_token AS "sealedAccessToken", settings, health`;
const selectAll = statement<Row>(
  "select-channels",
  `SELECT ${COLUMNS} FROM channels ORDER BY created_at, id`,
);
const selectOne = statement<Row>("select-channel", `SELECT ${COLUMNS} FROM channels WHERE id = $1`);
const selectFirstWorkspace = statement<{ id: string }>(
  "select-first-workspace",
  "SELECT id FROM workspaces ORDER BY created_at, id LIMIT 1",
);

/** Another process may have changed a channel: what is older than this is read anew. */
const MAX_AGE_MS = 2_000;
/** Something unknown (a channel just made, a secret just changed) is worth a look, but not one for every forged request. */
const MIN_AGE_MS = 250;

export class ChannelDirectory {
  private snapshot: ChannelSnapshot | null = null;
  private loadedAt = 0;
  private generation = 0;
  private readonly single = new Map<string, { channel: ChannelRecord | null; readAt: number }>();
  private loading: Promise<ChannelSnapshot> | null = null;
  /** Sealed → open: unchanged secrets are not decrypted at every reload. */
  private opened = new Map<string, string | null>();

  constructor(private readonly runtime: Pick<Runtime, "pool" | "secrets" | "log">) {}

  /** Not older than 2 s, unless the database is away: then the last one known. */
  async current(): Promise<ChannelSnapshot> {
    return this.within(MAX_AGE_MS);
  }

  /** For a caller that missed something in the current one. */
  async afterMiss(): Promise<ChannelSnapshot> {
    return this.within(MIN_AGE_MS);
  }

  /** Straight from the table. */
  async fresh(channelId: string): Promise<ChannelRecord | null> {
    const [row] = await selectOne.rows(this.runtime.pool, [channelId]);
    return row ? this.open(row) : null;
  }

  /** From the table, a moment ago at most: for callers that look many times a second and notice a token that is out of date. */
  async recent(channelId: string): Promise<ChannelRecord | null> {
    const known = this.single.get(channelId);
    if (known && performance.now() - known.readAt < MIN_AGE_MS) return known.channel;
    const { generation } = this;
    const readAt = performance.now();
    const channel = await this.fresh(channelId);
    if (generation === this.generation) this.single.set(channelId, { channel, readAt });
    return channel;
  }

  /** After a change made in this process. */
  invalidate(): void {
    this.loadedAt = 0;
    this.single.clear();
    this.generation += 1;
    // One that began before the change must not count as having seen it.
    this.loading = null;
  }

  private async within(ageMs: number): Promise<ChannelSnapshot> {
    if (this.snapshot !== null && this.loadedAt > 0 && performance.now() - this.loadedAt < ageMs)
      return this.snapshot;
    const loading = this.loading ?? this.load();
    this.loading = loading;
    try {
      return await loading;
    } catch (error) {
      if (this.snapshot === null) throw error;
      return this.snapshot;
    } finally {
      if (this.loading === loading) this.loading = null;
    }
  }

  private async load(): Promise<ChannelSnapshot> {
    const startedAt = performance.now();
    const generation = this.generation;
    const [rows, [workspace]] = await Promise.all([
      selectAll.rows(this.runtime.pool),
      selectFirstWorkspace.rows(this.runtime.pool),
    ]);
    const before = this.opened;
    this.opened = new Map();
    const all = rows.map((row) => this.open(row, before));
    const index = new Map(all.map((channel) => [`${channel.platform}:${channel.platformId}`, channel]));
    const byAccount = new Map<string, ChannelRecord[]>();
    for (const channel of all) {
      if (channel.accountId === null) continue;
      const key = `${channel.platform}:${channel.accountId}`;
      byAccount.set(key, [...(byAccount.get(key) ?? []), channel]);
    }
    const snapshot: ChannelSnapshot = {
      all,
      byPlatformId: (platform, platformId) => index.get(`${platform}:${platformId}`),
      byAccountId: (platform, accountId) => byAccount.get(`${platform}:${accountId}`) ?? [],
      firstWorkspaceId: workspace?.id ?? null,
    };
    if (generation === this.generation) {
      this.snapshot = snapshot;
      this.loadedAt = startedAt;
    }
    return snapshot;
  }

  private open(row: Row, before: ReadonlyMap<string, string | null> = this.opened): ChannelRecord {
    const secret = (field: ChannelSecret) => {
      const sealed = row[field];
      if (sealed === null) return null;
      const key = `${row.id}:${field}:${sealed}`;
      const known = before.get(key);
      const value = known === undefined ? this.decrypt(row, field, sealed) : known;
      this.opened.set(key, value);
      return value;
    };
    return {
      ...row,
      accessToken: secret("accessToken"),
      appSecret: secret("appSecret"),
      verifyToken: secret("verifyToken"),
      settings: readChannelSettings(row.settings),
      health: readChannelHealth(row.health),
    };
  }

  /** A secret that can't be opened (its key is gone) is as good as none: the channel then asks for a new one. */
  private decrypt(row: Row, field: ChannelSecret, sealed: string): string | null {
    try {
      return this.runtime.secrets.open(sealed, channelSecretAad(row.workspaceId, row.id, field));
    } catch (error) {
      this.runtime.log.error({ channelId: row.id, field, err: error }, "a channel's secret can't be opened");
      return null;
    }
  }
}
