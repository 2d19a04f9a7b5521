/** Reads the JSON of a chosen file. */
import { t } from "../../i18n/t.ts";

/** What the API takes at most. */
const MAX_BYTES = 4 * 1024 * 1024;

/** @throws Error with what to do, when it is too large or no JSON */
export async function readSource(file: File): Promise<unknown> {
  if (file.size > MAX_BYTES) throw new Error(t("The file is larger than 4 MB. Export fewer flows at once."));
  const text = await file.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(t("The file is no JSON. Choose a file exported from Hilo, Typebot or RapidPro."));
  }
}
