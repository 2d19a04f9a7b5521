/** Requests to other servers, tried out. */
import { tryRequest } from "../tasks/try-request.ts";
import { api } from "./base.ts";

export const requests = {
  try: api.requests.try.handler(({ context: { services, actor }, input, signal }) =>
    tryRequest(services, actor, input, signal),
  ),
};
