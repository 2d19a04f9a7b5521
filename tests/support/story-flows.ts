/** Flows that the end-to-end stories publish: the contract's example, a shop with every kind of question, and small ones around them. */

/** To the letter as the contract prints it. */
export const CONTRACT_EXAMPLE = {
  format: "hilo.flow/1",
  name: "Welcome",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    {
      id: "n1",
      type: "text",
      data: { text: "¡Hola {{ contact.name | default: 'amigo' }}!" },
      position: { x: 0, y: 0 },
    },
    {
      id: "n2",
      type: "buttons",
      data: {
        text: "¿Qué deseas?",
        options: [
          { id: "opt-0", title: "Ventas" },
          { id: "opt-1", title: "Soporte" },
        ],
        saveAs: "tema",
      },
    },
    { id: "n3", type: "end", data: {} },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", sourceHandle: "opt-0", target: "n3" },
  ],
};

type Node = { id: string; type: string; data: object };

/** `"menu.opt-0 > card"`, or without a port. */
function edges(...lines: string[]): object[] {
  return lines.map((line, n) => {
    const [from = "", target = ""] = line.split(" > ");
    const [source = "", sourceHandle] = from.split(".");
    return { id: `e${n}`, source, target, ...(sourceHandle === undefined ? {} : { sourceHandle }) };
  });
}

const flow = (name: string, triggers: object[], nodes: Node[], lines: string[], settings: object = {}) => ({
  format: "hilo.flow/1",
  name,
  language: "es",
  triggers,
  settings,
  nodes,
  edges: edges(...lines),
});

const word = (keyword: string) => ({ type: "keyword", keyword, mode: "word" });
const text = (id: string, words: string): Node => ({ id, type: "text", data: { text: words } });

export const MENU = {
  text: "¿Qué te apetece?",
  header: { kind: "text", text: "Café Hilo" },
  footer: "Abierto hasta las 22",
  options: [
    { id: "opt-0", title: "Pedir" },
    { id: "opt-1", title: "Enviar foto" },
    { id: "opt-2", title: "Una persona" },
  ],
  saveAs: "tema",
};

export const CARD = {
  text: "Elige un plato",
  button: "Ver carta",
  sections: [
    { title: "Comida", rows: [{ id: "item-0", title: "Pizza", description: "9 €" }] },
    { title: "Bebida", rows: [{ id: "item-1", title: "Agua" }] },
  ],
  saveAs: "plato",
};

/** @param greeting what it says first, so that a new version can be told apart */
export const shop = (greeting = "Bienvenida, {{ contact.name }}") =>
  flow(
    "Shop",
    [word("tienda"), { type: "payload", payload: "PROMO_10" }],
    [
      text("hello", greeting),
      { id: "menu", type: "buttons", data: MENU },
      { id: "card", type: "list", data: CARD },
      {
        id: "count",
        type: "ask",
        data: {
          text: "¿Cuántas raciones de {{ plato }}?",
          kind: "number",
          saveAs: "cantidad",
          invalidText: "Un número, por favor",
        },
      },
      {
        id: "total",
        type: "set",
        data: {
          assignments: [
            { name: "total", value: "{{ cantidad }}", as: "number" },
            { name: "total", operation: "multiply", value: "9" },
          ],
        },
      },
      {
        id: "big",
        type: "condition",
        data: { rules: [{ left: "total", operator: "at-least", right: "20" }] },
      },
      text("free", "Son {{ total }} €, envío gratis"),
      text("paid", "Son {{ total }} € más envío"),
      { id: "photo", type: "ask", data: { text: "Manda una foto", kind: "media", saveAs: "foto" } },
      { id: "place", type: "ask", data: { text: "¿Dónde estás?", kind: "location", saveAs: "lugar" } },
      text("thanks", "Gracias, te vemos en {{ lugar.latitude }}"),
      { id: "human", type: "handoff", data: { text: "Te paso con alguien", note: "Pide una persona" } },
      text("back", "Soy el bot otra vez"),
      { id: "end", type: "end", data: {} },
    ],
    [
      "start > hello",
      "hello > menu",
      "menu.opt-0 > card",
      "menu.opt-1 > photo",
      "menu.opt-2 > human",
      "card.item-0 > count",
      "card.item-1 > count",
      "count > total",
      "total > big",
      "big.yes > free",
      "big.no > paid",
      "free > end",
      "paid > end",
      "photo > place",
      "place > thanks",
      "human > back",
    ],
    { fallbackMessage: "Eso no lo entiendo, usa los botones", oldTap: "restart" },
  );

export const ADDRESS = flow(
  "Address",
  [],
  [
    { id: "street", type: "ask", data: { text: "¿Calle, {{ quien }}?", saveAs: "calle" } },
    { id: "end", type: "end", data: {} },
  ],
  ["start > street", "street > end"],
);

export const DELIVERY = flow(
  "Delivery",
  [word("envio")],
  [
    {
      id: "address",
      type: "call-flow",
      data: {
        flow: "Address",
        inputs: [{ name: "quien", value: "{{ contact.name }}" }],
        outputs: [{ from: "calle", to: "destino" }],
      },
    },
    text("sent", "Enviado a {{ destino }}"),
  ],
  ["start > address", "address > sent"],
);

export const orderStatus = (url: string) =>
  flow(
    "Order status",
    [word("pedido")],
    [
      { id: "number", type: "ask", data: { text: "¿Qué número?", saveAs: "numero" } },
      {
        id: "call",
        type: "http-request",
        data: {
          method: "POST",
          url: `${url}/orders/{{ numero }}`,
          body: '{"who":"{{ contact.name }}"}',
          retries: 0,
          save: [{ path: "order.state", name: "estado" }],
          saveStatusAs: "http",
        },
      },
      text("state", "Tu pedido está {{ estado }} ({{ http }})"),
      text("failed", "No puedo mirarlo ahora: {{ error_code }}"),
    ],
    ["start > number", "number > call", "call > state", "call.error > failed"],
  );

export const PATIENCE = flow(
  "Patience",
  [word("espera")],
  [
    text("soon", "Un segundo"),
    { id: "wait", type: "wait", data: { amount: 1, unit: "seconds" } },
    text("now", "Ya está"),
  ],
  ["start > soon", "soon > wait", "wait > now"],
);

/** Two answers after the keyword: what each customer said comes back, so a mix-up shows. */
export const INTERVIEW = flow(
  "Interview",
  [word("vamos")],
  [
    { id: "name", type: "ask", data: { text: "¿Nombre?", saveAs: "nombre" } },
    { id: "colour", type: "ask", data: { text: "¿Color, {{ nombre }}?", saveAs: "color" } },
    text("bye", "{{ nombre }} quiere {{ color }}"),
  ],
  ["start > name", "name > colour", "colour > bye"],
);
