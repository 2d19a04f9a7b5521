/** Words with something drawn in the midst of them: a name in bold, a code, a label. */
import { Fragment, type ReactNode } from "react";
import { t } from "./t.ts";

/**
 * @param text as for `t`: `To {who}`
 * @param values what stands in the places; each language has its own order
 */
export function tNodes(text: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return t(text)
    .split(/\{(\w+)\}/)
    .map((part, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <Fragment key={i}>{i % 2 === 1 ? values[part] : part}</Fragment>
    ));
}
