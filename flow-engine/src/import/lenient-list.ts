/** Lists of exports: each item that can be read at all, whatever the others are. */
import { z } from "zod";

/** What is no object becomes an empty one, so that it has its line in the report. A list that is none is empty. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((values) =>
      (values ?? []).flatMap((value): z.infer<T>[] => {
        const parsed = item.safeParse(
          typeof value === "object" && value !== null && !Array.isArray(value) ? value : {},
        );
        return parsed.success ? [parsed.data] : [];
      }),
    );
}
