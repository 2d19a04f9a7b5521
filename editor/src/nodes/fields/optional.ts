/** Optional fields in forms: empty means absent, and an absent key is not written at all. */

/** `data` with `key` set, or without it when the value is empty. */
export function withOptional<T extends object, K extends keyof T>(
  data: T,
  key: K,
  value: T[K] | undefined,
): T {
  if (value !== undefined && value !== "") return { ...data, [key]: value };
  const { [key]: _, ...rest } = data;
  // Only optional keys are passed here; the type of what is left is the same.
  return rest as T;
}
