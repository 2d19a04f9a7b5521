/** Spanish for what became of the elements of an imported file. */
import type { Catalogue } from "../t.ts";

export const importReport: Catalogue = {
  "A chat can't open a page by itself, so there is a button that does.":
    "Un chat no puede abrir una página por sí solo, así que hay un botón que la abre.",
  "A chat on WhatsApp has the look of WhatsApp.": "Un chat de WhatsApp tiene el aspecto de WhatsApp.",
  "A closed ticket starts nothing: what follows a hand-back stands behind the “Hand-off” step.":
    "Un ticket cerrado no inicia nada: lo que sigue a la devolución está detrás del paso “Pasar a una persona”.",
  "A condition without comparisons was left out.": "Se omitió una condición sin comparaciones.",
  "A conversation stays on its channel.": "Una conversación se queda en su canal.",
  "A flow starts others for its own contact only: use a “Call flow” step.":
    "Un flujo solo inicia otros para su propio contacto: usa un paso “Ejecutar un flujo”.",
  "A flow writes to its own contact only. Use a broadcast.":
    "Un flujo solo escribe a su propio contacto. Usa una difusión.",
  "A group is a tag here, made when a step first puts it on somebody.":
    "Aquí un grupo es una etiqueta, que se crea cuando un paso se la pone por primera vez a alguien.",
  "A page can't be embedded in a chat, so its address is sent.":
    "En un chat no se puede incrustar una página, así que se envía su dirección.",
  "A picture can't open an address in a chat; its link was {link}.":
    "En un chat una imagen no puede abrir una dirección; su enlace era {link}.",
  "A player can't be shown in a chat, so the address of the video is sent.":
    "En un chat no se puede mostrar un reproductor, así que se envía la dirección del vídeo.",
  "A split has ten ways at most; the others were left out.":
    "Una división tiene diez caminos como máximo; se omitieron los demás.",
  "A ticket is a conversation taken by a person here; the flow goes on when it is handed back.":
    "Aquí un ticket es una conversación que toma una persona; el flujo sigue cuando la devuelve.",
  "Addresses of a contact come from its channels.": "Las direcciones de un contacto vienen de sus canales.",
  "Airtime is not transferred.": "No se transfiere saldo.",
  "Answers are not filled in from an address.": "Las respuestas no se rellenan desde una dirección.",
  "Ask with buttons, and put an “Opt in” step behind the yes.":
    "Pregunta con botones y pon un paso “Alta” detrás del sí.",
  "Calls are not supported.": "No se admiten llamadas.",
  "Calls are not supported: it is a flow of messages here.":
    "No se admiten llamadas: aquí es un flujo de mensajes.",
  "Cards became the rows of a list, without their pictures.":
    "Las tarjetas pasaron a ser las filas de una lista, sin sus imágenes.",
  "Choose the model, and the secret with your key, in the step.":
    "Elige en el paso el modelo y el secreto con tu clave.",
  "Choose the secret with your key in the step, and check the address and the model.":
    "Elige en el paso el secreto con tu clave, y revisa la dirección y el modelo.",
  "Choose the template again in the step: its language and buttons are not in the file.":
    "Elige de nuevo la plantilla en el paso: su idioma y sus botones no están en el archivo.",
  "Copies go to the same list as the e-mail.": "Las copias van a la misma lista que el correo.",
  "Excluded groups were left out.": "Se omitieron los grupos excluidos.",
  "Give the flow a keyword.": "Dale una palabra clave al flujo.",
  "Google Sheets is not connected. Use an “HTTP request” step to a script of the sheet.":
    "Google Sheets no está conectado. Usa un paso “Petición HTTP” a un script de la hoja.",
  "Groups that fill themselves by a query have no counterpart. Use conditions.":
    "Los grupos que se llenan solos con una consulta no tienen equivalente. Usa condiciones.",
  "Instead of Chatwoot, a person of your team takes over here.":
    "En lugar de Chatwoot, aquí toma el relevo una persona de tu equipo.",
  "It asked for a time too; ask for it in a step of its own.":
    "Pedía también una hora; pídela en un paso aparte.",
  "It asked for all of “{words}”; here the first two are enough.":
    "Pedía todas las palabras de “{words}”; aquí bastan las dos primeras.",
  "It asked for two dates; here it asks for one.": "Pedía dos fechas; aquí pide una.",
  "It can't be read.": "No se puede leer.",
  "It had no words of its own, so it asks “{text}”. Write the question.":
    "No tenía texto propio, así que pregunta “{text}”. Escribe la pregunta.",
  "It has JavaScript in it, which is never run here. Do the same with a “Set” step, or with a request to your own server.":
    "Contiene JavaScript, que aquí nunca se ejecuta. Haz lo mismo con un paso “Fijar valor” o con una petición a tu propio servidor.",
  "It has a key or token in its headers. Keep it as a secret and choose that in the step.":
    "Tiene una clave o un token en sus cabeceras. Guárdalo como secreto y elígelo en el paso.",
  "It has no nodes.": "No tiene nodos.",
  "It has no web address to open.": "No tiene ninguna dirección web que abrir.",
  "It has no web address. Upload the file and put it into a “Media” step.":
    "No tiene dirección web. Sube el archivo y ponlo en un paso “Multimedia”.",
  "It is called “{name}” here.": "Aquí se llama “{name}”.",
  "It is looked for anywhere in the text.": "Se busca en cualquier parte del texto.",
  "It is of a version before 13. Open it once in RapidPro's editor, which brings it up to date, and export it again.":
    "Es de una versión anterior a la 13. Ábrelo una vez en el editor de RapidPro, que lo actualiza, y expórtalo de nuevo.",
  "It is of version {version}; versions 13 and 14 can be imported.":
    "Es de la versión {version}; se pueden importar las versiones 13 y 14.",
  "It jumps to a group that is not in the file.": "Salta a un grupo que no está en el archivo.",
  "It leads to a group that is not in the file.": "Lleva a un grupo que no está en el archivo.",
  "It names no Typebot.": "No nombra ningún Typebot.",
  "It names no flow.": "No nombra ningún flujo.",
  "It names no group.": "No nombra ningún grupo.",
  "It names no label.": "No nombra ninguna etiqueta de mensaje.",
  "It names no language, so it is English. Correct that in the flow's translations.":
    "No nombra ningún idioma, así que es inglés. Corrígelo en las traducciones del flujo.",
  "It ran the Typebot {flow}. Import that one too and choose it in this step.":
    "Ejecutaba el Typebot {flow}. Impórtalo también y elígelo en este paso.",
  "It sent all answers by itself. Write in the body what is to be sent.":
    "Enviaba todas las respuestas por sí solo. Escribe en el cuerpo qué enviar.",
  "It sent all answers by itself. Write in the text what is to be told.":
    "Enviaba todas las respuestas por sí solo. Escribe en el texto qué decir.",
  "It sent contact and results by themselves. Write in the body what is to be sent.":
    "Enviaba el contacto y los resultados por sí solo. Escribe en el cuerpo qué enviar.",
  "It sets no variable.": "No fija ninguna variable.",
  "It stands above the flow.": "Queda encima del flujo.",
  "It starts on every channel. Choose the channel in the trigger.":
    "Empieza en todos los canales. Elige el canal en el disparador.",
  "It took several files; here it takes one message with a file.":
    "Admitía varios archivos; aquí admite un mensaje con un archivo.",
  "Its HTML is sent as plain text.": "Su HTML se envía como texto sin formato.",
  "Its address is another one: each conversation has its own, {code}.":
    "Su dirección es otra: cada conversación tiene la suya, {code}.",
  "Its length is no number. Put in a “Wait” step with a length of its own.":
    "Su duración no es un número. Pon un paso “Esperar” con su propia duración.",
  "Its options come from a variable, which buttons can't do here: it asks for a text.":
    "Sus opciones vienen de una variable, y aquí los botones no pueden hacerlo: pide un texto.",
  "Its pictures are left out: buttons have no pictures in a chat.":
    "Se omiten sus imágenes: en un chat los botones no llevan imágenes.",
  "Its quick replies were left out: nothing waits for an answer behind it.":
    "Se omitieron sus respuestas rápidas: detrás nada espera una respuesta.",
  "Its start on WhatsApp became 1 keyword.": "Su inicio en WhatsApp pasó a ser 1 palabra clave.",
  "Its start on WhatsApp became {count} keywords.":
    "Su inicio en WhatsApp pasó a ser {count} palabras clave.",
  "Its text is too long for buttons, so it is a message of its own.":
    "Su texto es demasiado largo para unos botones, así que es un mensaje aparte.",
  "Its times are not in the file. Give the flow a schedule.":
    "Sus horas no están en el archivo. Ponle un horario al flujo.",
  "Messages have no labels here, so the contact is tagged.":
    "Aquí los mensajes no llevan etiquetas, así que se etiqueta al contacto.",
  "Missed calls start nothing.": "Las llamadas perdidas no inician nada.",
  "No condition in it can be tested here.": "Aquí no se puede comprobar ninguna de sus condiciones.",
  "No message comes before this wait, so it asks “{text}”. Write the question.":
    "Ningún mensaje va antes de esta espera, así que pregunta “{text}”. Escribe la pregunta.",
  "None of its actions could be carried over.": "No se pudo conservar ninguna de sus acciones.",
  "None of its events could be carried over.": "No se pudo conservar ninguno de sus eventos.",
  "Nothing in Hilo corresponds to it.": "Nada en Hilo le corresponde.",
  "Nothing of it could be carried over.": "No se pudo conservar nada de él.",
  "Of the outcomes of {action}, the first and “all others” were kept.":
    "De los resultados de {action} se conservaron el primero y “todos los demás”.",
  "One-time codes are not checked here. Do it with requests to your own server.":
    "Aquí no se comprueban códigos de un solo uso. Hazlo con peticiones a tu propio servidor.",
  "Only flows that start days or weeks from a contact's date have a counterpart. Use a broadcast, or a “Wait” step.":
    "Solo tienen equivalente los flujos que empiezan días o semanas antes o después de una fecha del contacto. Usa una difusión o un paso “Esperar”.",
  "Only the first {most} options fit; {count} were left out.":
    "Solo caben las primeras {most} opciones; se omitieron {count}.",
  "Options without words were left out.": "Se omitieron las opciones sin texto.",
  "Payments are not taken in the chat. Send a link to a payment page.":
    "En el chat no se cobran pagos. Envía un enlace a una página de pago.",
  "Several could be chosen; here one is.": "Se podían elegir varias; aquí se elige una.",
  "Some options were shown under a condition; here all are shown.":
    "Algunas opciones se mostraban con una condición; aquí se muestran todas.",
  "The attachment {attachment} has no web address and was left out.":
    "El adjunto {attachment} no tiene dirección web y se omitió.",
  "The bubble is empty.": "La burbuja está vacía.",
  "The classifier is not connected. Use an “AI classify” step.":
    "El clasificador no está conectado. Usa un paso “Clasificación de IA”.",
  "The comparison “{operator}” without a variable or operator was left out.":
    "Se omitió la comparación “{operator}”, sin variable u operador.",
  "The e-mail has no address.": "El correo no tiene dirección.",
  "The e-mail has no recipient.": "El correo no tiene destinatario.",
  "The event has no fixed name.": "El evento no tiene un nombre fijo.",
  "The event is counted here, no longer at Google Analytics.":
    "El evento se cuenta aquí, ya no en Google Analytics.",
  "The flow that it starts is not in the file.": "El flujo que inicia no está en el archivo.",
  "The message is empty.": "El mensaje está vacío.",
  "The message is kept in Glific, not in the file. Make it with a “Buttons” or “List” step.":
    "El mensaje está en Glific, no en el archivo. Hazlo con un paso “Botones” o “Lista”.",
  "The part “{path}” of the answer is computed by JavaScript and is not kept.":
    "La parte “{path}” de la respuesta se calcula con JavaScript y no se conserva.",
  "The pattern {pattern} can't be used here (no look-arounds or back references) and was left out.":
    "El patrón {pattern} no se puede usar aquí (sin búsquedas alrededor ni referencias hacia atrás) y se omitió.",
  "The place has no coordinates.": "El lugar no tiene coordenadas.",
  "The request has no web address.": "La petición no tiene dirección web.",
  "The test {test} can't be made here and was left out.":
    "La prueba {test} no se puede hacer aquí y se omitió.",
  "There are no resthooks. Use an “HTTP request” step.": "No hay resthooks. Usa un paso “Petición HTTP”.",
  "There is no browser in a chat that a pixel could be in.":
    "En un chat no hay navegador donde pueda estar un píxel.",
  "There is no counterpart of the action “{type}”.": "La acción “{type}” no tiene equivalente.",
  "There is no counterpart of the block “{type}”.": "El bloque “{type}” no tiene equivalente.",
  "There is no step that takes all tags off. Name them in a “Tag” step.":
    "No hay ningún paso que quite todas las etiquetas. Nómbralas en un paso “Etiqueta”.",
  "There is no variable “{name}”; its place is empty.":
    "No hay ninguna variable “{name}”; su lugar queda vacío.",
  "There is no way back from a jump. Use a “Call flow” step, which comes back.":
    "De un salto no se vuelve. Usa un paso “Ejecutar un flujo”, que sí vuelve.",
  "There is no {method} here; it is a GET.": "Aquí no hay {method}; es un GET.",
  "Titles of options were shortened or told apart to fit WhatsApp.":
    "Se acortaron o distinguieron títulos de opciones para que quepan en WhatsApp.",
  "Triggers of type “{type}” have no counterpart.":
    "Los disparadores de tipo “{type}” no tienen equivalente.",
  "Typing delays, metadata and sharing have no counterpart.":
    "Las pausas al escribir, los metadatos y el compartir no tienen equivalente.",
  "Use a “For each” step.": "Usa un paso “Por cada elemento”.",
  action: "acción",
  block: "bloque",
  campaign: "campaña",
  "campaign event": "evento de campaña",
  edge: "conexión",
  event: "evento",
  group: "grupo",
  language: "idioma",
  node: "nodo",
  router: "enrutador",
  settings: "ajustes",
  step: "paso",
  sticky: "nota",
  theme: "aspecto",
  "{count} of its texts belong to nothing that was carried over, to attachments or to tests of answers.":
    "{count} de sus textos son de partes que no se conservaron, de adjuntos o de pruebas de respuestas.",
  "{count} of its {all} events became triggers of their flows.":
    "{count} de sus {all} eventos pasaron a ser disparadores de sus flujos.",
  "{expression} has no counterpart and stands there as it was. Replace it.":
    "{expression} no tiene equivalente y quedó como estaba. Cámbialo.",
  "“Active” is an opt-in here.": "“Active” es aquí un alta.",
  "“{code}” is no language.": "“{code}” no es un idioma.",
  "“{status}” is an opt-out here.": "“{status}” es aquí una baja.",
  "“{type}” has no counterpart in a “Set” step.": "“{type}” no tiene equivalente en un paso “Fijar valor”.",
  "“{type}” has no counterpart. A keyword of the flow may do the same.":
    "“{type}” no tiene equivalente. Una palabra clave del flujo puede hacer lo mismo.",
  "“{type}” has no counterpart. An “AI reply” step may do it.":
    "“{type}” no tiene equivalente. Puede hacerlo un paso “Respuesta de IA”.",
};
