/** What is kept of the call, and how long it is waited for. */

import { Code, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import { TimeoutField } from "../fields/MinutesField.tsx";
import { withOptional } from "../fields/optional.ts";
import { SavedPartsField } from "../fields/SavedPartsField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

export function Form({ data, onChange }: FormProps<NodeData<"wait-for-webhook">>) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {withParts(
          t(
            "Give the other system this customer's address before: {code} in an HTTP request or in a payment link. A POST to it with JSON goes on here.",
          ),
          { code: <Code>{"{{ session.webhook }}"}</Code> },
        )}
      </Text>
      <SavedPartsField
        addLabel={t("Keep a part of what it sends")}
        save={data.save}
        onChange={(save) => onChange({ ...data, save })}
      />
      <TimeoutField
        label={t("Don't wait longer than")}
        description={t("Then “No call in time” is taken.")}
        minutes={data.timeoutMinutes}
        onChange={(minutes) => onChange(withOptional(data, "timeoutMinutes", minutes))}
      />
    </>
  );
}
