/** Asks the platform whether a channel's token and id fit together. */
import { request } from "undici";
import { z } from "zod";
import type { ChannelRecord } from "../channels/directory.ts";
import type { Config } from "../config.ts";

const TIMEOUT_MS = 10_000;
/** Answers are a few hundred bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** What each platform calls a channel's own name. */
const FIELDS = {
  whatsapp: "id,display_phone_number,verified_name",
  instagram: "id,username",
  messenger: "id,name",
} as const;

const found = z.looseObject({
  id: z.string(),
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  username: z.string().optional(),
  name: z.string().optional(),
});
const refusal = z.object({ error: z.object({ message: z.string(), code: z.number().optional() }) });

export interface ChannelCheck {
  ok: boolean;
  message: string;
}

export async function checkChannel(
  { graph }: Pick<Config, "graph">,
  channel: ChannelRecord,
): Promise<ChannelCheck> {
  if (channel.platform === "simulator") return { ok: true, message: "The simulator is inside this server." };
  if (channel.accessToken === null)
    return { ok: false, message: "The channel has no access token that can be read." };
  const version = channel.graphVersion ?? graph.version;
  const url = `${graph.url}/${version}/${channel.platformId}?fields=${FIELDS[channel.platform]}`;
  try {
    const answer = await request(url, {
      headers: { authorization: `Bearer ${channel.accessToken}`, accept: "application/json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return readAnswer(answer.statusCode, await readText(answer.body));
  } catch {
    return { ok: false, message: `${new URL(graph.url).host} can't be reached from this server.` };
  }
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readAnswer(status: number, text: string): ChannelCheck {
  const json = parse(text);
  if (status === 200) {
    const object = found.safeParse(json).data;
    if (!object) return { ok: false, message: "The platform's answer can't be read." };
    const name =
      object.verified_name ?? object.name ?? object.username ?? object.display_phone_number ?? object.id;
    return { ok: true, message: `The token belongs to “${name}”.` };
  }
  const error = refusal.safeParse(json).data?.error;
  return {
    ok: false,
    message: error
      ? `The platform refused: ${error.message.slice(0, 300)}`
      : `The platform answered ${status}.`,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
