/** A place on the map: its degrees, its name and its address. */
import { Group } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withOptional } from "./optional.ts";
import { TemplateField } from "./TemplateField.tsx";

interface Place {
  latitude: string;
  longitude: string;
  name?: string | undefined;
  address?: string | undefined;
}

export function PlaceFields<T extends Place>({ place, onChange }: { place: T; onChange(place: T): void }) {
  return (
    <>
      <Group grow align="flex-start">
        <TemplateField
          label={t("Latitude")}
          minRows={1}
          placeholder="36.5297"
          value={place.latitude}
          onChange={(latitude) => onChange({ ...place, latitude })}
        />
        <TemplateField
          label={t("Longitude")}
          minRows={1}
          placeholder="-6.2920"
          value={place.longitude}
          onChange={(longitude) => onChange({ ...place, longitude })}
        />
      </Group>
      <TemplateField
        label={t("Name of the place")}
        minRows={1}
        placeholder={t("Our shop")}
        value={place.name ?? ""}
        onChange={(name) => onChange(withOptional(place, "name", name))}
      />
      <TemplateField
        label={t("Street and town")}
        minRows={1}
        value={place.address ?? ""}
        onChange={(address) => onChange(withOptional(place, "address", address))}
      />
    </>
  );
}
