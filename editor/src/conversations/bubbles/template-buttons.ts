/** The buttons of a template as far as a message knows them: what fills them in, and how they read when that was told. Pure. */

import type { ContentOf } from "@hilo/flow-engine";
import { z } from "zod";
import { t } from "../../i18n/t.ts";

export type TemplateButton =
  | { kind: "quick-reply"; index: number; title: string; payload: string }
  | { kind: "url" | "copy-code" | "form"; index: number; title: string };

export function templateButtons({ parameters, components }: ContentOf<"template">): TemplateButton[] {
  const buttons = components ? components.flatMap(rawButton) : (parameters?.buttons ?? []).map(filledButton);
  return buttons.sort((a, b) => a.index - b.index);
}

type Filled = NonNullable<ContentOf<"template">["parameters"]>["buttons"][number];

function filledButton(button: Filled): TemplateButton {
  const { index, label } = button;
  switch (button.kind) {
    case "quick-reply":
      return { kind: button.kind, index, title: label || button.payload, payload: button.payload };
    case "url":
      return { kind: button.kind, index, title: label || t("Open the link") };
    case "copy-code":
      return { kind: button.kind, index, title: label || t("Copy the code {code}", { code: button.code }) };
    case "form":
      return { kind: button.kind, index, title: label || t("Open the form") };
  }
}

/** The platform's own components, which callers of the API may send as they are. */
const rawSchema = z.object({
  type: z.literal("button"),
  sub_type: z.string(),
  index: z.coerce.number().int(),
  parameters: z.array(z.object({ payload: z.string().optional(), coupon_code: z.string().optional() })),
});

function rawButton(component: Record<string, unknown>): TemplateButton[] {
  const parsed = rawSchema.safeParse(component);
  if (!parsed.success) return [];
  const { sub_type, index, parameters } = parsed.data;
  const { payload = "", coupon_code: code = "" } = parameters[0] ?? {};
  switch (sub_type) {
    case "quick_reply":
      return payload ? [filledButton({ kind: "quick-reply", index, payload })] : [];
    case "url":
      return [filledButton({ kind: "url", index, text: "" })];
    case "copy_code":
      return [filledButton({ kind: "copy-code", index, code })];
    case "flow":
      return [filledButton({ kind: "form", index, token: "" })];
    default:
      return [];
  }
}
