/** Where the place is. */

import { Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { PlaceFields } from "../fields/PlaceFields.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Phone } from "../preview/Phone.tsx";
import { PlacePreview } from "../preview/PlacePreview.tsx";

export function Form({ data, onChange }: FormProps<NodeData<"location">>) {
  return (
    <>
      <PlaceFields place={data} onChange={onChange} />
      <Text size="xs" c="dimmed">
        {t(
          "On a map, hold the place: its two numbers are latitude and longitude. Instagram and Messenger get a link to the map.",
        )}
      </Text>
      <Phone>
        <PlacePreview place={data} />
      </Phone>
    </>
  );
}
