/** The flows that can be run from another one. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { flowsQuery } from "../../api/queries.ts";

export interface FlowChoice {
  value: string;
  label: string;
}

/** Flows by id and name. Empty while they load or when the server can't be asked: the form then still takes a name. */
export function useFlowChoices(): FlowChoice[] {
  const { data } = useInfiniteQuery(flowsQuery);
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .map(({ id, name }) => ({ value: id, label: name }));
}
