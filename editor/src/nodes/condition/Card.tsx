/** The rules in words. */

import { isRuleGroup, NOW_OPERATORS, type Rule } from "@hilo/flow-engine";
import { t, tCount } from "../../i18n/t.ts";
import { asksTags, needsRight, OPERATOR_WORDS } from "../fields/operators.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

const SHOWN = 4;

export function Card({ data }: CardProps<NodeData<"condition">>) {
  const joint = joiner(data.match);
  return (
    <>
      {data.rules.slice(0, SHOWN).map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
        <CardLine key={i}>
          {i > 0 && joint}
          {isRuleGroup(item) ? (
            <GroupWords match={item.match} rules={item.rules} />
          ) : (
            <RuleWords rule={item} />
          )}
        </CardLine>
      ))}
      {data.rules.length > SHOWN && (
        <CardLine>{tCount(data.rules.length - SHOWN, "and 1 more rule", "and {count} more rules")}</CardLine>
      )}
    </>
  );
}

const joiner = (match: "all" | "any") => `${match === "all" ? t("and") : t("or")} `;

function GroupWords({ match, rules }: { match: "all" | "any"; rules: readonly Rule[] }) {
  return (
    <>
      (
      {rules.map((rule, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
        <span key={i}>
          {i > 0 && ` ${joiner(match)}`}
          <RuleWords rule={rule} />
        </span>
      ))}
      )
    </>
  );
}

function RuleWords({ rule: { left, operator, right } }: { rule: Rule }) {
  const nothing = NOW_OPERATORS.has(operator) ? t("now") : "?";
  return (
    <>
      {!asksTags(operator) && <strong>{left || nothing}</strong>} {t(OPERATOR_WORDS[operator])}
      {needsRight(operator) && (
        <>
          {" "}
          <strong>{right || "?"}</strong>
        </>
      )}
    </>
  );
}
