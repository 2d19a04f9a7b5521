/** What people send to see whether a page runs it. Each calls `hiloPwned`, which rings the test's alarm. */

const CALL = "hiloPwned(1)";
const TAGS = [
  "img",
  "svg",
  "video",
  "audio",
  "body",
  "iframe",
  "input",
  "details",
  "marquee",
  "object",
  "embed",
  "math",
];
const HANDLERS = [
  "onerror",
  "onload",
  "onfocus autofocus tabindex=1",
  "ontoggle open",
  "onmouseover",
  "onpointerenter",
]
  .concat(["onanimationstart", "onbegin"])
  .map((name) => name.split(" "));

const ELEMENTS = TAGS.flatMap((tag) =>
  HANDLERS.slice(0, 5).map(
    ([handler = "", ...rest]) => `<${tag} src=x ${handler}=${CALL} ${rest.join(" ")}>`,
  ),
);

const SCHEMES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  ` javascript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://example.org/%0a${CALL}`,
  `https://example.org/"onmouseover="${CALL}`,
  `https://example.org/'onclick='${CALL}`,
  `https://example.org/><img src=x onerror=${CALL}>`,
  `https://example.org/\`onclick=${CALL}\``,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5oaWxvUHduZWQoMSk8L3NjcmlwdD4=`,
  `vbscript:${CALL}`,
  `view-source:javascript:${CALL}`,
  `feed:javascript:${CALL}`,
  `blob:https://example.org/x`,
  `file:///etc/passwd`,
  `//evil.example/x`,
  `mailto:x@example.org"onclick="${CALL}`,
  `tel:+34"onclick="${CALL}`,
  `www.example.org/"><svg onload=${CALL}>`,
];

const SCRIPTS = [
  `<script>${CALL}</script>`,
  `<SCRIPT SRC=data:,${CALL}></SCRIPT>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `</script><script>${CALL}</script>`,
  `</textarea><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `</style><script>${CALL}</script>`,
  `--><script>${CALL}</script>`,
  `]]><script>${CALL}</script>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${CALL}"><text y=20>x</text></a></svg>`,
  `<math><maction actiontype=statusline xlink:href="javascript:${CALL}">x</maction></math>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<object data="javascript:${CALL}"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<form action="javascript:${CALL}"><button>x</button></form>`,
  `<button formaction="javascript:${CALL}">x</button>`,
  `<a href="javascript:${CALL}">x</a>`,
  `<base href="javascript:/a/-${CALL}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<link rel=stylesheet href="data:text/css,*{background:url(javascript:${CALL})}">`,
  `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=${CALL}></b>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<template><img src=x onerror=${CALL}></template>`,
  `<!--><img src=x onerror=${CALL}>-->`,
  `<img src="x\` \`<script>${CALL}</script>"\` \`>`,
  `"><img src=x onerror=${CALL}>`,
  `'><img src=x onerror=${CALL}>`,
  `" onfocus=${CALL} autofocus x="`,
  `' onfocus=${CALL} autofocus x='`,
  `&lt;img src=x onerror=${CALL}&gt;`,
  `&#60;img src=x onerror=${CALL}&#62;`,
  `\\u003cimg src=x onerror=${CALL}\\u003e`,
  `%3Cimg%20src=x%20onerror=${CALL}%3E`,
  `＜img src=x onerror=${CALL}＞`,
  `*<img src=x onerror=${CALL}>*`,
  `_<img src=x onerror=${CALL}>_`,
  `~<img src=x onerror=${CALL}>~`,
  `\`\`\`<img src=x onerror=${CALL}>\`\`\``,
  `[x](javascript:${CALL})`,
  `![x](javascript:${CALL})`,
  `<https://example.org/" onclick="${CALL}>`,
  `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${CALL}>"}}`,
  `constructor.constructor("${CALL}")()`,
  `\u202e<img src=x onerror=${CALL}>\u202c`,
];

/** The last one is what the test waits for. */
export const PAYLOADS = [`<img src=x onerror=${CALL}>`, ...ELEMENTS, ...SCHEMES, ...SCRIPTS, "last words"];
