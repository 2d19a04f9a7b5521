/** WhatsApp's own notices about a person: a new number, a new user id. Pure. */
import type { InboundEvent } from "../channel.ts";
import { other } from "../kept-events.ts";
import { personOf } from "./person.ts";
import { systemSchema } from "./wire.ts";

/** What nothing here acts on is kept as it came. */
export function parseSystem(platformId: string, raw: unknown): InboundEvent {
  const { data } = systemSchema.safeParse(raw);
  const change = data && changeOf(data);
  if (!data || !change) return other(platformId, "messages:system", raw);
  const { before, after } = change;
  return {
    kind: "identity",
    platformId,
    externalId: before.externalId,
    providerKey: data.id,
    payload: {
      newIds: [after.externalId, ...after.otherIds],
      phone: after.phone,
      text: data.system.body ?? "",
    },
  };
}

function changeOf({
  from,
  from_user_id,
  system,
}: NonNullable<ReturnType<typeof systemSchema.safeParse>["data"]>) {
  const before = personOf(from ?? system.customer, system.previous_user_id ?? from_user_id);
  const after =
    system.type === "user_changed_user_id"
      ? personOf(undefined, system.user_id)
      : system.type === "user_changed_number"
        ? personOf(system.wa_id ?? system.new_wa_id, system.user_id)
        : null;
  return before && after ? { before, after } : null;
}
