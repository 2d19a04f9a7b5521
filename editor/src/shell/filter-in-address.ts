/** What a list is narrowed to is in the address, so that it can be linked to and survives a reload. */
import { useSearchParams } from "react-router";
import type { z } from "zod";

type Filter = Record<string, string | undefined>;

/**
 * @param shape how the address is read: what it can't use is left out (`.catch(undefined)`)
 * @returns the filter, and what changes a part of it; a part that is empty or undefined leaves the address
 */
export function useFilterInAddress<F extends Filter>(
  shape: z.ZodType<F>,
): [filter: F, change: (changed: Partial<F>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = shape.parse(Object.fromEntries(params));
  const change = (changed: Partial<F>) => {
    const parts: Filter = { ...filter, ...changed };
    const filled = Object.entries(parts).flatMap(([name, value]): [string, string][] =>
      value ? [[name, value]] : [],
    );
    setParams(filled, { replace: true });
  };
  return [filter, change];
}
