/** What stands above and below a text. The header's own field is the child: a line, or more than that. */
import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "./CountedInput.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { withOptional } from "./optional.ts";

interface FramedData {
  header?: unknown;
  footer?: string | undefined;
}

interface HeaderAndFooterProps<D extends FramedData> {
  data: D;
  onChange(data: D): void;
  /** Characters of the footer. */
  limit: number;
  children: ReactNode;
}

export function HeaderAndFooter<D extends FramedData>(props: HeaderAndFooterProps<D>) {
  const { data, onChange, limit, children } = props;
  return (
    <MoreFields title={t("Header and footer")} used={data.header !== undefined || data.footer !== undefined}>
      {children}
      <CountedInput
        label={t("Footer")}
        limit={limit}
        value={data.footer ?? ""}
        onChange={(footer) => onChange(withOptional(data, "footer", footer))}
      />
    </MoreFields>
  );
}
