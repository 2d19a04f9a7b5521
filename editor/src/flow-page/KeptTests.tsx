/** In the publish dialog: what the flow's own tests say of the draft. They warn, they don't stop. */
import { Alert, Code, Text } from "@mantine/core";
import { useMemo } from "react";
import { useDocument } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { flowTests, playTest } from "../simulator/flow-tests.ts";

export function KeptTests() {
  const doc = useDocument();
  const results = useMemo(
    () => flowTests(doc).map((test) => ({ name: test.name, report: playTest(test, doc) })),
    [doc],
  );
  const failed = results.filter(({ report }) => report !== "");
  if (results.length === 0) return null;
  if (failed.length === 0)
    return <Text size="sm">{t("Tests passed: {count}.", { count: results.length })}</Text>;
  return (
    <Alert
      color="orange"
      title={t("{failed} of {count} tests failed", { failed: failed.length, count: results.length })}
    >
      <Text size="sm" mb="xs">
        {t("The flow no longer answers as it did when these tests were kept.")}
      </Text>
      {failed.map(({ name, report }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity but their place
        <details key={at}>
          <summary>{name}</summary>
          <Code block>{report}</Code>
        </details>
      ))}
    </Alert>
  );
}
