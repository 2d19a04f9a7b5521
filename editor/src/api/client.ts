/** The typed client of the REST API: calls as functions, answers parsed by the contract, errors as ApiError. */
import { contract } from "@hilo/server/contract";
import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { ResponseValidationPlugin } from "@orpc/contract/plugins";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { toApiError } from "./api-error.ts";

type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Called when an answer says that the browser's session has ended. Returns the way to stop listening. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

const link = new OpenAPILink(contract, {
  url: () => new URL("/api/v1", window.location.origin),
  fetch: (request, init) => fetch(request, { ...init, credentials: "same-origin" }),
  plugins: [new ResponseValidationPlugin(contract)],
  customErrorResponseBodyDecoder: (body, response) =>
    new ORPCError("ANSWERED", { status: response.status, data: body }),
  interceptors: [
    async ({ next, path }) => {
      try {
        return await next();
      } catch (thrown) {
        const error = toApiError(thrown);
        // `me` asks exactly this question; its own answer must not set off another one.
        if (error.status === 401 && path.at(-1) !== "me") {
          for (const listener of signedOutListeners) listener();
        }
        throw error;
      }
    },
  ],
});

export const api: ContractRouterClient<typeof contract> = createORPCClient(link);
