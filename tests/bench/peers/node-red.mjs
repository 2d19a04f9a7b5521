// What Node-RED is started with, as a user would draw it: a webhook is verified and answered, one text is sent, then the
// other. Nothing is durable.

/** @returns files by name, for its user folder; it listens at PORT */
export function nodeRedFiles({ graphUrl, numbers }) {
  const secrets = Object.fromEntries(numbers.map(({ platformId, appSecret }) => [platformId, appSecret]));
  const settings = {
    uiHost: "127.0.0.1",
    flowFile: "flows.json",
    httpAdminRoot: false,
    apiMaxLength: "4mb",
    telemetry: { enabled: false },
    diagnostics: { enabled: false, ui: false },
    logging: { console: { level: "error", metrics: false, audit: false } },
  };
  return {
    "settings.js": `module.exports = { ...${JSON.stringify(settings)}, uiPort: Number(process.env.PORT), functionGlobalContext: { crypto: require("node:crypto") } };`,
    "flows.json": JSON.stringify(flow(graphUrl, secrets)),
  };
}

function flow(graphUrl, secrets) {
  const verify = `
    const value = msg.payload.entry && msg.payload.entry[0].changes[0].value;
    if (!value) { msg.statusCode = 400; return [msg, null]; }
    const secrets = ${JSON.stringify(secrets)};
    const number = value.metadata.phone_number_id;
    const expected = global.get("crypto").createHmac("sha256", secrets[number]).update(JSON.stringify(msg.payload)).digest("hex");
    if (msg.req.headers["x-hub-signature-256"] !== "sha256=" + expected) { msg.statusCode = 401; return [msg, null]; }
    const answer = { req: msg.req, res: msg.res, payload: "OK", statusCode: 200 };
    // Statuses of its sends come, too.
    if (!value.messages) return [answer, null];
    const { from, text } = value.messages[0];
    return [answer, text.body.includes("hola") ? { number, to: from } : null];`;
  const say = (text) => `
    return { number: msg.number, to: msg.to, method: "POST", url: ${JSON.stringify(graphUrl)} + "/v25.0/" + msg.number + "/messages",
      headers: { "content-type": "application/json", authorization: "Bearer token" },
      payload: { messaging_product: "whatsapp", to: msg.to, type: "text", text: { body: ${JSON.stringify(text)} } } };`;
  const node = (id, type, wires, rest = {}) => ({ id, type, z: "tab", wires, ...rest });
  const make = (func, outputs) => ({ func, outputs, noerr: 0, initialize: "", finalize: "", libs: [] });
  const request = { method: "use", ret: "obj", paytoqs: "ignore", persist: true, senderr: false };
  return [
    { id: "tab", type: "tab", label: "Bench" },
    node("in", "http in", [["verify"]], { url: "/", method: "post", upload: false }),
    node("verify", "function", [["out"], ["first"]], make(verify, 2)),
    node("out", "http response", []),
    node("first", "function", [["send-first"]], make(say("Hola, Ana"), 1)),
    node("send-first", "http request", [["second"]], request),
    node("second", "function", [["send-second"]], make(say("¿Qué deseas?"), 1)),
    node("send-second", "http request", [[]], request),
  ];
}
