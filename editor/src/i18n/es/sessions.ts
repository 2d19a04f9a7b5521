/** Spanish for the sessions. */
import type { Catalogue } from "../t.ts";

export const sessions: Catalogue = {
  "An agent took over": "Un agente tomó el control",
  "As soon as somebody writes a keyword, their session is here, step by step.":
    "En cuanto alguien escriba una palabra clave, su sesión aparece aquí, paso a paso.",
  "At “{place}”": "En “{place}”",
  "End the session": "Terminar la sesión",
  "End this session?": "¿Terminar esta sesión?",
  "Ended before its end": "Terminada antes del final",
  "Every flow": "Todos los flujos",
  Flow: "Flujo",
  "No flow has run yet": "Ningún flujo se ha ejecutado aún",
  "No session fits": "Ninguna sesión coincide",
  "Nothing is in this state now. It appears here by itself when it is.":
    "Nada está en este estado ahora. Aparecerá aquí por sí solo cuando lo esté.",
  "One customer's walk through one flow. Paused ones wait for an answer, a timer or an agent.":
    "El recorrido de un cliente por un flujo. Las que están en pausa esperan una respuesta, un temporizador o un agente.",
  "Reached the end": "Llegó al final",
  "Stopped by a limit": "Detenida por un límite",
  "Stopped by an error": "Detenida por un error",
  "The customer": "El cliente",
  "The customer opted out": "El cliente se dio de baja",
  "The customer stopped answering": "El cliente dejó de responder",
  "The session was ended": "Se terminó la sesión",
  "The session was not ended": "No se terminó la sesión",
  "The sessions": "las sesiones",
  "{name} leaves “{flow}” where they stand, without a message. Their next keyword starts a new run.":
    "{name} deja “{flow}” donde está, sin mensaje. Su próxima palabra clave inicia otra sesión.",
  Expired: "Caducada",
  Interrupted: "Interrumpida",
  "Taken over": "Atendida",
};
