/** How a channel's secrets are bound to their row: a value copied to another row or column can't be opened. */

export type ChannelSecret = "accessToken" | "appSecret" | "verifyToken";

/** The associated data to seal and open a channel's secret with. */
export function channelSecretAad(workspaceId: string, channelId: string, field: ChannelSecret): string {
  return `channel:${workspaceId}:${channelId}:${field}`;
}
