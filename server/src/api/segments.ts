/** Segments: seen, counted, made, changed, removed. */
import { countContacts } from "../contacts/contact-views.ts";
import {
  createSegment,
  listSegments,
  removeSegment,
  segmentById,
  updateSegment,
} from "../contacts/segments.ts";
import { api } from "./base.ts";

export const segments = {
  list: api.segments.list.handler(({ context: { services, actor } }) =>
    listSegments(services.runtime.pool, actor.workspaceId),
  ),
  get: api.segments.get.handler(async ({ context: { services, actor }, input }) => {
    const { pool } = services.runtime;
    const segment = await segmentById(pool, actor.workspaceId, input.id);
    const count = await countContacts(pool, actor.workspaceId, { filter: segment.filter });
    return { ...segment, count };
  }),
  create: api.segments.create.handler(({ context: { services, actor }, input }) =>
    createSegment(services.runtime.pool, actor.workspaceId, input),
  ),
  update: api.segments.update.handler(({ context: { services, actor }, input }) =>
    updateSegment(services.runtime.pool, actor.workspaceId, input),
  ),
  remove: api.segments.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeSegment(services.runtime.pool, actor.workspaceId, input.id);
  }),
};
