/** The shape of web addresses; whether one may be reached is decided where it is called. */

const HTTP_URL = /^https?:\/\/[^\s/?#@:]+(:\d{1,5})?([/?#]\S*)?$/i;

/** An absolute http or https address with a host, no credentials and no white space. */
export function isHttpUrl(text: string): boolean {
  return HTTP_URL.test(text);
}
