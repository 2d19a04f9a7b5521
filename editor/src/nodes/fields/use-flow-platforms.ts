/** The platforms on which the open flow may run, while its triggers and the workspace's channels change. */
import type { Platform } from "@hilo/flow-engine";
import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "../../api/queries.ts";
import { useFlow } from "../../canvas/flow-context.tsx";
import { platformsOf } from "./flow-channels.ts";

export function useFlowPlatforms(): Platform[] {
  const triggers = useFlow((state) => state.history.present.triggers);
  const channels = useQuery(channelsQuery).data?.items ?? [];
  return platformsOf(triggers, channels);
}
