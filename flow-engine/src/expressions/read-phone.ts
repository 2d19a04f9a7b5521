/** Phone numbers as people write them, to E.164. */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Longest text worth reading as a number: 15 digits with signs between them. */
const MAX_PHONE_CHARS = 40;

/**
 * @param ownPhone the contact's number, with or without `+`: numbers without a country are of the same one
 * @returns E.164, or null when the text is no valid number
 */
export function readPhone(text: string, ownPhone: string | null): string | null {
  if (text.length > MAX_PHONE_CHARS) return null;
  const written = text.replace(/^00/, "+");
  const country = ownPhone
    ? parsePhoneNumberFromString(`+${ownPhone.replace(/\D/g, "")}`)?.country
    : undefined;
  const phone = country ? parsePhoneNumberFromString(written, country) : parsePhoneNumberFromString(written);
  return phone?.isValid() ? phone.number : null;
}

/** As Mexican mobile numbers were once dialled from abroad; nobody can call them so any more. */
const MEXICAN_MOBILE = /^\+52\s*1(?=(\D*\d){10}$)/;

/**
 * @param callingCode of numbers that are written without one, as `57`; null: none is, a missing `+` apart
 * @returns E.164, or null when the text is no valid number
 */
export function readPhoneIn(text: string, callingCode: string | null): string | null {
  if (text.length > MAX_PHONE_CHARS) return null;
  const written = text.trim().replace(/^00/, "+").replace(MEXICAN_MOBILE, "+52");
  const own = callingCode
    ? parsePhoneNumberFromString(written, { defaultCallingCode: callingCode })
    : undefined;
  if (own?.isValid()) return own.number;
  const whole = parsePhoneNumberFromString(written.startsWith("+") ? written : `+${written}`);
  return whole?.isValid() ? whole.number : null;
}
