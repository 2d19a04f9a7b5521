/** Places, and asking for one. Pure. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { isOnTheGlobe } from "./conditions.ts";
import { type Fitting, fitBody, fitLine, sayText } from "./fitting.ts";

export function fitLocationRequest(
  content: ContentOf<"location-request">,
  fitting: Fitting,
): MessageContent[] {
  const limits = fitting.limits.locationRequest;
  if (limits === null) return sayText(fitting, content.text);
  const { before, body } = fitBody(fitting, content.text, limits.body);
  return [...before, { ...content, text: body }];
}

export function fitLocation(content: ContentOf<"location">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.location;
  if (limits === null) return locationAsText(content, fitting);
  const { name, address } = content;
  return [
    {
      ...content,
      ...(name === undefined ? {} : { name: fitLine(fitting, name, limits.name, "a place’s name") }),
      ...(address === undefined ? {} : { address: fitLine(fitting, address, limits.address, "an address") }),
    },
  ];
}

/** A point that is not on the globe has no place on a map. */
export function locationAsText(content: ContentOf<"location">, fitting: Fitting): MessageContent[] {
  const { name, address } = content;
  const link = isOnTheGlobe(content) ? mapLink(content) : "";
  return sayText(fitting, [name, address, link].filter((line) => line?.trim()).join("\n"));
}

/** Google's universal link: opens the map application on any phone. Six digits are 11 cm. */
function mapLink({ latitude, longitude }: ContentOf<"location">): string {
  const degrees = (value: number) => String(Number(value.toFixed(6)) + 0);
  return `https://www.google.com/maps/search/?api=1&query=${degrees(latitude)},${degrees(longitude)}`;
}
