/** A place as a bubble: a map with a pin, and what it is called. */

import { IconMapPin } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { Bubble } from "./Bubble.tsx";
import classes from "./preview.module.css";

interface PlacePreviewProps {
  place: { latitude: string; longitude: string; name?: string | undefined; address?: string | undefined };
  compact?: boolean;
}

export function PlacePreview({ place, compact = false }: PlacePreviewProps) {
  const known = place.latitude.trim() !== "" && place.longitude.trim() !== "";
  const degrees = known ? `${place.latitude}, ${place.longitude}` : "";
  return (
    <Bubble
      compact={compact}
      text={place.name ?? degrees}
      empty={t("No place yet")}
      footer={place.address}
      above={
        known && (
          <div className={classes.media}>
            <IconMapPin size={30} stroke={1.4} />
          </div>
        )
      }
    />
  );
}
