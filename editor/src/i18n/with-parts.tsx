/** Texts with elements in them: a link, a word in bold. */
import { Fragment, type ReactNode } from "react";

/** @param text as `t` gave it, with the places of elements still in braces: `{flow} answers` */
export function withParts(text: string, parts: Readonly<Record<string, ReactNode>>): ReactNode[] {
  return text.split(/(\{\w+\})/).map((piece, at) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    const part = name !== undefined && Object.hasOwn(parts, name) ? parts[name] : piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity but their place
    return <Fragment key={at}>{part}</Fragment>;
  });
}
