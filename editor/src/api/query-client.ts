/** What the server said is kept here, for all pages. */
import { QueryClient } from "@tanstack/react-query";
import { toApiError } from "./api-error.ts";

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Live pages are kept fresh by the socket; a refetch on focus only covers what it missed.
      queries: { staleTime: 15_000, retry: (failures, error) => failures < 1 && mayPass(error) },
    },
  });
}

/** An answer that says no stays the same however often it is asked for. */
function mayPass(error: unknown): boolean {
  const { status } = toApiError(error);
  return status < 400 || status >= 500;
}
