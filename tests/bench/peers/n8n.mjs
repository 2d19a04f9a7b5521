// What n8n is started with, as a user would draw it: a webhook that is answered at once, one request, then the other. Its
// database is SQLite; of each execution it keeps what it keeps as shipped.

/** Where the workflow hears. */
export const N8N_WEBHOOK = "/webhook/bench";

/** What came, in an item of the workflow. */
const VALUE = "json.body.entry[0].changes[0].value";

function workflow(graphUrl) {
  const heard = `$('Webhook').item.${VALUE}`;
  const node = (id, name, [type, typeVersion], x, parameters) => ({
    id,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion,
    position: [x, 0],
    parameters,
  });
  const send = (id, name, text, x) =>
    node(id, name, ["httpRequest", 4.2], x, {
      method: "POST",
      url: `=${graphUrl}/v25.0/{{ ${heard}.metadata.phone_number_id }}/messages`,
      sendBody: true,
      specifyBody: "json",
      jsonBody: `={{ JSON.stringify({ messaging_product: "whatsapp", to: ${heard}.messages[0].from, type: "text", text: { body: ${JSON.stringify(text)} } }) }}`,
      options: {},
    });
  const webhook = {
    ...node("in", "Webhook", ["webhook", 2], 0, {
      httpMethod: "POST",
      path: "bench",
      responseMode: "onReceived",
      options: {},
    }),
    webhookId: "bench",
  };
  // Statuses of its sends come, too.
  const isMessage = node("is", "Is message", ["if", 2.2], 100, {
    conditions: {
      options: { caseSensitive: true, leftValue: "", typeValidation: "strict", version: 2 },
      combinator: "and",
      conditions: [
        {
          id: "c",
          leftValue: `={{ $${VALUE}.messages !== undefined }}`,
          rightValue: "",
          operator: { type: "boolean", operation: "true", singleValue: true },
        },
      ],
    },
    options: {},
  });
  const next = (name) => ({ main: [[{ node: name, type: "main", index: 0 }]] });
  return {
    name: "Bench",
    active: false,
    nodes: [
      webhook,
      isMessage,
      send("a", "First", "Hola, Ana", 200),
      send("b", "Second", "¿Qué deseas?", 400),
    ],
    connections: { Webhook: next("Is message"), "Is message": next("First"), First: next("Second") },
    settings: { executionOrder: "v1" },
  };
}

/** Environment of n8n. */
export function n8nEnv(folder) {
  return {
    N8N_LISTEN_ADDRESS: "127.0.0.1",
    N8N_USER_FOLDER: folder,
    N8N_DIAGNOSTICS_ENABLED: "false",
    N8N_VERSION_NOTIFICATIONS_ENABLED: "false",
    N8N_TEMPLATES_ENABLED: "false",
    N8N_PERSONALIZATION_ENABLED: "false",
    N8N_RUNNERS_ENABLED: "false",
    N8N_SECURE_COOKIE: "false",
    DB_TYPE: "sqlite",
  };
}

/** Does what a person does first: signs up, draws the workflow, switches it on. @param url of the running program */
export async function drawN8nWorkflow(url, graphUrl) {
  let cookie = "";
  const call = async (method, path, body) => {
    const answer = await fetch(`${url}/rest${path}`, {
      method,
      headers: { "content-type": "application/json", "browser-id": "bench", cookie },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    cookie ||= answer.headers
      .getSetCookie()
      .map((set) => set.split(";")[0])
      .join("; ");
    return JSON.parse(text).data;
  };
  const owner = { email: "bench@example.org", firstName: "Ana", lastName: "Bench", password: "Bench1234" };
  await patiently(() => call("POST", "/owner/setup", owner));
  const { id, versionId } = await patiently(() => call("POST", "/workflows", workflow(graphUrl)));
  await patiently(() => call("POST", `/workflows/${id}/activate`, { versionId }));
}

/** It listens before it is ready, and on a busy machine closes connections that are in use. */
async function patiently(act) {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === 120) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
