/** Files of the workspace: listed, shown, removed. Their bytes travel by `media/media-routes.ts`. */
import { AppError, notFound } from "../http/app-error.ts";
import { findMedia, listMedia, removeMedia, viewMedia } from "../media/media-rows.ts";
import { api } from "./base.ts";

export const media = {
  list: api.media.list.handler(({ context: { services, actor }, input }) =>
    listMedia(services.runtime.pool, actor.workspaceId, input),
  ),
  get: api.media.get.handler(async ({ context: { services, actor }, input }) => {
    const row = await findMedia(services.runtime.pool, actor.workspaceId, input.id);
    if (!row) throw notFound("file");
    if (row.state !== "stored")
      throw new AppError("not-there-yet", 409, row.error ?? "The file is still being fetched.");
    return viewMedia(row);
  }),
  remove: api.media.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeMedia(services, actor.workspaceId, input.id);
  }),
};
