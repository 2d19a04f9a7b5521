// Keywords and messages as shops in Spanish, Portuguese and English have them: made from lists of words by a fixed
// order of chance, so that every run measures the same.

const NOUNS =
  `precio pedido envío factura horario dirección catálogo promoción descuento cupón garantía devolución cambio talla
color zapato camisa vestido pantalón chaqueta bolso reloj anillo collar perfume crema champú jabón mueble silla mesa
cama colchón lámpara espejo cortina alfombra nevera lavadora licuadora televisor celular cargador audífono teclado
portátil cámara batería llanta aceite repuesto moto bicicleta casco seguro crédito cuota tarjeta transferencia pago
reserva mesa menú almuerzo cena desayuno pizza hamburguesa ensalada jugo café postre torta helado cita consulta
médico odontólogo examen vacuna receta clase curso matrícula horario examen profesor certificado hotel habitación
vuelo maleta pasaporte visa tour playa montaña entrada concierto boleta afiliación plan internet factura línea
preço pedido entrega boleto endereço promoção desconto cupom garantia devolução troca tamanho cor sapato vestido
calça jaqueta bolsa relógio colar perfume creme sabonete móvel cadeira mesa cama colchão lâmpada espelho geladeira
máquina liquidificador televisão celular carregador fone teclado câmera bateria pneu óleo peça moto bicicleta
capacete seguro crédito parcela cartão transferência pagamento reserva cardápio almoço jantar lanche suco sobremesa
bolo sorvete consulta médico dentista exame vacina receita aula curso matrícula professor certificado quarto voo
mala passaporte passeio praia ingresso show plano fatura linha price order shipping invoice schedule address catalog
discount coupon warranty refund exchange size shirt dress trousers jacket watch ring necklace lotion shampoo chair
table bed mattress lamp mirror fridge washer blender phone charger headphones keyboard laptop camera battery tire
oil spare bike helmet insurance loan card transfer payment booking menu lunch dinner breakfast burger salad juice
coffee dessert cake appointment doctor dentist exam vaccine recipe class course teacher certificate room flight
suitcase passport tour beach ticket concert plan line`.split(/\s+/);
const OPENERS =
  `quiero|quisiera|busco|necesito|cuánto cuesta|cuánto vale|información de|más información|dónde está|cancelar|consultar|
reclamo por|problema con|estado de|comprar|vender|rastrear|quero|gostaria de|procuro|preciso de|quanto custa|mais
informações|onde fica|cancelar|consultar|reclamação de|problema com|comprar|rastrear|I want|looking for|I need|how
much is|where is|cancel my|check my|problem with|buy|track my|about`
    .split("|")
    .map((text) => text.replace(/\s+/g, " ").trim());
const QUALITIES =
  `rojo azul negro blanco grande pequeño barato nuevo usado urgente hoy mañana online vermelho preto branco grande
pequeno barato novo usado urgente hoje amanhã red blue black white large small cheap new used urgent today`.split(
    /\s+/,
  );
const FILLERS =
  `hola buenas tardes gracias por favor para mi mamá que tengan en la tienda del centro si todavía hay olá bom dia
obrigada por favor pra minha mãe se ainda tem na loja do shopping hello good morning thanks please for my mother if
you still have it in the store 😀 👍 ¿cierto? ok`.split(/\s+/);

/** Numbers of a fixed order (mulberry32): 0 to 1. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each mode is written; patterns are rare. */
const MODES = [
  ["word", 0.55],
  ["contains", 0.2],
  ["exact", 0.12],
  ["starts-with", 0.1],
  ["regex", 0.03],
];

function modeOf(drawn) {
  let sum = 0;
  for (const [mode, share] of MODES) {
    sum += share;
    if (drawn < sum) return mode;
  }
  return "word";
}

const USUAL_NUMBERS = 2_000;

/** @param numbers how many different numbers there are behind nouns */
function phrase(one, numbers = USUAL_NUMBERS) {
  const kind = Math.floor(one.chance() * 5);
  const noun = one.of(NOUNS);
  if (kind === 0) return `${one.of(OPENERS)} ${noun}`;
  if (kind === 1) return `${noun} ${one.of(QUALITIES)}`;
  if (kind === 2) return `${noun} ${one.of(NOUNS)}`;
  if (kind === 3) return `${one.of(OPENERS)} ${noun} ${one.of(QUALITIES)}`;
  return `${noun} ${Math.floor(one.chance() * numbers)}`;
}

function drawer(seed) {
  const next = chance(seed);
  return { chance: next, of: (list) => list[Math.floor(next() * list.length)] };
}

/** @returns entries of so many different keywords, ten to a flow */
export function keywordEntries(count) {
  const one = drawer(7);
  const keywords = new Set();
  // Words alone do not make a million different phrases: catalogues of that size go by numbers.
  const numbers = Math.max(USUAL_NUMBERS, Math.floor(count / 100));
  while (keywords.size < count) keywords.add(phrase(one, numbers));
  return [...keywords].map((text, i) => {
    const mode = modeOf(one.chance());
    const keyword = mode === "regex" ? `\\b${text.replaceAll(" ", "\\s+")}\\s*#?(\\d+)` : text;
    const flow = Math.floor(i / 10);
    return {
      flowId: `f${flow}`,
      versionId: `v${flow}`,
      priority: 0,
      createdAt: flow,
      trigger: { type: "keyword", keyword, mode },
    };
  });
}

/** A hundred messages of 5 to 300 characters, as people write: most hold one keyword or more, some none. */
export function messages(entries) {
  const one = drawer(11);
  const keywords = entries.map(({ trigger }) => trigger).filter(({ mode }) => mode !== "regex");
  return Array.from({ length: 100 }, (_, i) => {
    const wanted = 5 + Math.floor((i / 100) ** 2 * 295);
    const words = [];
    while (words.join(" ").length < wanted) {
      const drawn = one.chance();
      if (drawn < 0.1) words.push(one.of(keywords).keyword);
      else words.push(drawn < 0.2 ? phrase(one) : one.of(FILLERS));
    }
    const text = words.join(" ");
    return one.chance() < 0.5 ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
}
