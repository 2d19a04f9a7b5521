/** Places and people: pins and cards where there are some, words elsewhere. */
import type { ContactCard, ContentOf } from "../../content/schema.ts";
import { limitsOf, type Platform } from "../limits.ts";
import { bodyRoom, characters } from "./cut.ts";
import { type Fitted, fitted, joined, leftOut, otherwise } from "./fitted.ts";
import { fitBody, fitLines } from "./text.ts";

type Location = ContentOf<"location">;

const isOnGlobe = ({ latitude, longitude }: Location): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

export function nativeLocation(content: Location): Fitted | null {
  return isOnGlobe(content) ? fitted([content]) : null;
}

/** A point that is not on the globe is told in words alone. */
export function mapText(content: Location, platform: Platform): Fitted {
  const { latitude, longitude, name, address } = content;
  if (!isOnGlobe(content)) {
    const note = leftOut("The coordinates are no place on the globe: only the words are sent.");
    return joined(fitted([], note), fitLines([name, address], platform));
  }
  const link = `https://maps.google.com/?q=${latitude},${longitude}`;
  return joined(
    fitted([], otherwise("The place is sent as a link to the map.")),
    fitLines([name, address, link], platform),
  );
}

export function nativeLocationRequest(content: ContentOf<"location-request">, platform: Platform): Fitted {
  const { before, body } = fitBody(content.text, characters(limitsOf(platform).buttons.body), platform);
  return fitted([...before, { ...content, text: body }]);
}

export function locationQuestion(content: ContentOf<"location-request">, platform: Platform): Fitted {
  const limits = limitsOf(platform);
  const { before, body } = fitBody(content.text, bodyRoom(limits, limits.buttons.body), platform);
  return fitted(
    [...before, { type: "text", text: body }],
    otherwise("The customer is asked in words, without a button."),
  );
}

export function nativeCards({ contacts }: ContentOf<"contact-card">, platform: Platform): Fitted {
  const max = limitsOf(platform).contacts;
  const cards: ContentOf<"contact-card"> = {
    type: "contact-card",
    contacts: contacts.slice(0, max).map((card) => ({ ...card, name: nameOf(card) })),
  };
  if (contacts.length <= max) return fitted([cards]);
  const lost = contacts.length - max;
  return fitted([cards], leftOut(`${lost} contact cards are more than one message takes and are left out.`));
}

/** A card can't be without a name. */
function nameOf({ name, organization, phones, emails }: ContactCard): string {
  const names = [name, organization, phones[0], emails[0]].map((each) => each?.trim() ?? "");
  return names.find((each) => each !== "") ?? "…";
}

export function cardText({ contacts }: ContentOf<"contact-card">, platform: Platform): Fitted {
  const lines = contacts.map(cardLines).join("\n\n");
  return joined(fitted([], otherwise("The contact card is sent as a text.")), fitLines([lines], platform));
}

function cardLines({ name, organization, phones, emails, url }: ContactCard): string {
  return [name, organization, ...phones, ...emails, url].filter((line) => line?.trim()).join("\n");
}
