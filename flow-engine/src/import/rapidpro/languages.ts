/** Languages as RapidPro writes them (ISO 639-3) and as we do (BCP 47). */

/** Those that have a two-letter code, which BCP 47 asks for. */
const TWO_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  `afr:af amh:am ara:ar aze:az ben:bn bos:bs bul:bg cat:ca ces:cs cym:cy dan:da deu:de ell:el eng:en est:et eus:eu fas:fa
   fin:fi fra:fr gle:ga glg:gl guj:gu hau:ha heb:he hin:hi hrv:hr hun:hu hye:hy ibo:ig ind:id isl:is ita:it jpn:ja kan:kn
   kat:ka kaz:kk khm:km kin:rw kor:ko kur:ku lao:lo lav:lv lin:ln lit:lt lug:lg mal:ml mar:mr mkd:mk mlg:mg mon:mn msa:ms
   mya:my nep:ne nld:nl nor:no nya:ny orm:om pan:pa pol:pl por:pt pus:ps ron:ro run:rn rus:ru sin:si slk:sk slv:sl sna:sn
   som:so sot:st spa:es sqi:sq srp:sr sun:su swa:sw swe:sv tam:ta tel:te tgk:tg tgl:tl tha:th tir:ti tuk:tk tur:tr ukr:uk
   urd:ur uzb:uz vie:vi wol:wo xho:xh yor:yo zho:zh zul:zu`
    .split(/\s+/)
    .map((pair) => pair.split(":")),
);

/** Null for `und` and for what is no language. */
export function bcp47(language: string | null | undefined): string | null {
  const code = (language ?? "").toLowerCase();
  if (code === "" || code === "und" || code === "base") return null;
  return TWO_LETTERS[code] ?? (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code) ? code : null);
}
