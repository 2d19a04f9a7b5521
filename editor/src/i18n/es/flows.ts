/** Spanish for the list of flows. */
import type { Catalogue } from "../t.ts";

export const flows: Catalogue = {
  "A flow is a conversation you draw. Customers start it by writing one of its keywords.":
    "Un flujo es una conversación que dibujas. Los clientes la inician al escribir una de sus palabras clave.",
  "Any WhatsApp number": "Cualquier número de WhatsApp",
  "As for somebody new whose tags and language are not known, while no conversation is under way. Only published flows count.":
    "Como para alguien nuevo, de quien no se conocen etiquetas ni idioma, sin conversación en curso. Solo cuentan los flujos publicados.",
  "Delete the flow": "Eliminar el flujo",
  "Delete this flow?": "¿Eliminar este flujo?",
  "Delete…": "Eliminar…",
  Draft: "Borrador",
  "Draw your first conversation": "Dibuja tu primera conversación",
  "Fits, but not now": "Encaja, pero no ahora",
  "Greet the customer, offer buttons, ask a question, branch on the answer. Try it in the simulator before anybody else sees it.":
    "Saluda al cliente, ofrece botones, haz una pregunta, sigue según la respuesta. Pruébala en el simulador antes de que nadie la vea.",
  Keywords: "Palabras clave",
  "More for {name}": "Más para {name}",
  "New flow": "Flujo nuevo",
  "Next in line": "Los siguientes",
  "No flow answers this.": "Ningún flujo responde a esto.",
  "No keywords yet": "Aún sin palabras clave",
  "On the channel": "En el canal",
  Starts: "Empieza",
  "The flows": "Los flujos",
  "Version {number} published": "Versión {number} publicada",
  "Version {number}, changes not published": "Versión {number}, cambios sin publicar",
  "When a customer writes": "Cuando un cliente escribe",
  "Who answers?": "¿Quién responde?",
  "Would start otherwise": "Empezaría si no",
  "“{name}” was deleted": "Se eliminó “{name}”",
};
