/** Spanish for what the checks of a flow say. The reason for its length: one line for each text. */
import type { Catalogue } from "../t.ts";

export const checks: Catalogue = {
  "A GET request is sent without its body. Choose POST, or empty the body.":
    "Una petición GET se envía sin su cuerpo. Elige POST o vacía el cuerpo.",
  "A category has no title. Write one, or take it out.":
    "Una categoría no tiene título. Escribe uno o quítala.",
  "A flow has one start; this second one is never entered.":
    "Un flujo tiene un solo inicio; a este segundo nunca se llega.",
  "A flow is a JSON object.": "Un flujo es un objeto JSON.",
  "A loop without a wait: {names}. Put a question or a wait into it.":
    "Un ciclo sin espera: {names}. Pon en él una pregunta o una espera.",
  "A pattern is looked at in text answers only. Take it out, or ask for text.":
    "El patrón solo se mira en respuestas de texto. Quítalo o pide texto.",
  "A time before or after a date is set, but no date. Write the date, or take the time out.":
    "Hay un tiempo antes o después de una fecha, pero ninguna fecha. Escribe la fecha o quita el tiempo.",
  "A trigger that takes any message can't interrupt other flows; it waits until none is under way.":
    "Un disparador que toma cualquier mensaje no puede interrumpir otros flujos; espera a que no haya ninguno en curso.",
  "A variable can't be called “{name}”: use letters, digits, _ and - only, and begin with a letter.":
    "Una variable no puede llamarse “{name}”: usa solo letras, números, _ y -, y empieza por una letra.",
  "Above several products WhatsApp wants a header. Write one.":
    "Encima de varios productos, WhatsApp pide un encabezado. Escribe uno.",
  "An edge comes from “{source}”, which does not exist.": "Una conexión viene de “{source}”, que no existe.",
  "Card {number} has nothing to show. Give it a picture, a title or a text.":
    "La tarjeta {number} no tiene nada que mostrar. Ponle una foto, un título o un texto.",
  "Card {number} says no way to reach anybody. Add a phone number, an e-mail address or a web address.":
    "La tarjeta {number} no dice cómo contactar a nadie. Añade un teléfono, un correo o una dirección web.",
  "Flow: said after a tap on an old button": "Flujo: se dice tras tocar un botón antiguo",
  "Flow: said when a message can't be understood": "Flujo: se dice cuando no se entiende un mensaje",
  "Flow: said when something breaks": "Flujo: se dice cuando algo falla",
  "For “{name}”, no path is given. Write which value to look at, as order.items[0].":
    "Para “{name}” no se da ninguna ruta. Escribe qué valor mirar, como order.items[0].",
  "For “{name}”, “{text}” can't be read as {form}. Write it like {example}.":
    "Para “{name}”, “{text}” no se puede leer como {form}. Escríbelo así: {example}.",
  "From {step} on, {count} messages may be sent at once, and a session ends after {most}. Put a question or a wait between them, or say more in one message.":
    "Desde {step} pueden enviarse {count} mensajes de una vez, y una sesión termina después de {most}. Pon entre ellos una pregunta o una espera, o di más en un solo mensaje.",
  "From {step} on, {count} steps may follow each other without a wait, and a session ends after {most}. Put a question or a wait between them, or make loops shorter.":
    "Desde {step} pueden seguirse {count} pasos sin espera, y una sesión termina después de {most}. Pon entre ellos una pregunta o una espera, o acorta los ciclos.",
  "In {rule}, say which tag.": "En {rule}, di qué etiqueta.",
  "In {rule}, say which value to look at.": "En {rule}, di qué valor mirar.",
  "In {rule}, the pattern can't be read: {why}. Correct it.":
    "En {rule}, el patrón no se puede leer: {why}. Corrígelo.",
  "In {rule}, the pattern is empty. Write it.": "En {rule}, el patrón está vacío. Escríbelo.",
  "In {rule}, there is nothing to compare with. Write a value, or use “is empty”.":
    "En {rule}, no hay con qué comparar. Escribe un valor o usa “está vacío”.",
  "In {rule}, “{text}” can't be read as {form}. Write it like {example}.":
    "En {rule}, “{text}” no se puede leer como {form}. Escríbelo así: {example}.",
  "In {what}, the part between {open} or {tag} can't be read: {why}. Correct it.":
    "En {what}, no se puede leer la parte entre {open} o {tag}: {why}. Corrígela.",
  "In {what}, there is no filter called “{filter}”. Choose another or take it out.":
    "En {what}, no hay ningún filtro llamado “{filter}”. Elige otro o quítalo.",
  "In {what}, “{url}” is not a web address. Begin it with https:// and leave no spaces.":
    "En {what}, “{url}” no es una dirección web. Empieza por https:// y no dejes espacios.",
  "No answer can be at least {min} and at most {max}. Correct the bounds.":
    "Ninguna respuesta puede ser al menos {min} y como máximo {max}. Corrige los límites.",
  "No date is from {earliest} on and until {latest}. Correct the bounds.":
    "Ninguna fecha va desde {earliest} y hasta {latest}. Corrige los límites.",
  "No flow is chosen. Choose the flow to go to.": "No hay flujo elegido. Elige el flujo al que ir.",
  "No flow is chosen. Choose the flow to run.": "No hay flujo elegido. Elige el flujo que ejecutar.",
  "No header can be called “{name}”. Use letters, digits and hyphens.":
    "Ninguna cabecera puede llamarse “{name}”. Usa letras, números y guiones.",
  "No step is chosen. Choose where to go on.": "No hay paso elegido. Elige dónde seguir.",
  "No template is chosen. Choose one.": "No hay plantilla elegida. Elige una.",
  "No text has at most {max} characters. Correct the bounds.":
    "Ningún texto tiene como máximo {max} caracteres. Corrige los límites.",
  "No time is from {earliest} on and until {latest}. Correct the bounds.":
    "Ninguna hora va desde {earliest} y hasta {latest}. Corrige los límites.",
  "No variable can be called “{name}”: the name is taken. Choose another.":
    "Ninguna variable puede llamarse “{name}”: el nombre está ocupado. Elige otro.",
  "No variant has a weight. Give at least one a weight over 0.":
    "Ninguna variante tiene peso. Da al menos a una un peso mayor que 0.",
  "No way from the start leads to {step}.": "Ningún camino lleva del inicio a {step}.",
  "Nobody can choose at least {min} of {count}, and at most {max}. Correct the bounds.":
    "Nadie puede elegir al menos {min} de {count} y como máximo {max}. Corrige los límites.",
  "Nothing follows the start.": "Nada sigue al inicio.",
  "Of several sections each needs a title. Write it.":
    "Con varias secciones, cada una necesita un título. Escríbelo.",
  "Some variables have names and some have none. A template has one or the other.":
    "Unas variables tienen nombre y otras no. Una plantilla tiene lo uno o lo otro.",
  "Texts of the flow's settings are not translated into “{language}”: {names}.":
    "Hay textos de los ajustes del flujo sin traducir al idioma “{language}”: {names}.",
  "The address ends in “/chat/completions”, which is put there by itself. Take it off.":
    "La dirección termina en “/chat/completions”, que se añade solo. Quítalo.",
  "The address is not a web address. Begin it with https:// and leave no spaces.":
    "La dirección no es una dirección web. Empieza por https:// y no dejes espacios.",
  "The address of {what} is not a web address. Write one that begins with https://.":
    "La dirección de {what} no es una dirección web. Escribe una que empiece por https://.",
  "The answer is neither said nor saved. Choose one of the two.":
    "La respuesta ni se dice ni se guarda. Elige una de las dos cosas.",
  "The body is not JSON. Correct it, or choose what else it is.":
    "El cuerpo no es JSON. Corrígelo o elige qué otra cosa es.",
  "The contact's “{field}” can't be set here. Choose another field.":
    "“{field}” del contacto no se puede fijar aquí. Elige otro campo.",
  "The experiment has no name. Give it one of its own.": "El experimento no tiene nombre. Ponle uno propio.",
  "The flow does not say its format; this version reads “{format}”.":
    "El flujo no dice su formato; esta versión lee “{format}”.",
  "The flow ends after {step} at “{way}”: nothing is connected.":
    "El flujo termina después de {step} en “{way}”: no hay nada conectado.",
  "The flow ends after {step}: nothing is connected.":
    "El flujo termina después de {step}: no hay nada conectado.",
  "The flow has no trigger: it starts only by hand, by the API or from another flow.":
    "El flujo no tiene disparador: solo empieza a mano, por la API o desde otro flujo.",
  "The flow's format is “{name}”; this version reads “{format}”.":
    "El formato del flujo es “{name}”; esta versión lee “{format}”.",
  "The header “{name}” is set by the connection. Take it out.":
    "La cabecera “{name}” la pone la conexión. Quítala.",
  "The id “{id}” ends a choice of several. Give the option another id.":
    "El id “{id}” termina una elección múltiple. Da otro id a la opción.",
  "The id “{id}” names another way out. Give the button another id.":
    "El id “{id}” nombra otra salida. Da otro id al botón.",
  "The id “{id}” names another way out. Give the category another id.":
    "El id “{id}” nombra otra salida. Da otro id a la categoría.",
  "The id “{id}” names another way out. Give the option another id.":
    "El id “{id}” nombra otra salida. Da otro id a la opción.",
  "The id “{id}” names another way out. Give the row another id.":
    "El id “{id}” nombra otra salida. Da otro id a la fila.",
  "The keyword “{keyword}” is empty once accents, spaces and invisible characters are taken off.":
    "La palabra clave “{keyword}” queda vacía al quitarle acentos, espacios y caracteres invisibles.",
  "The opening hours have no hours in them: it is always closed. Add some.":
    "El horario no tiene horas: siempre está cerrado. Añade algunas.",
  "The pattern “{pattern}” is not valid: {why}": "El patrón “{pattern}” no es válido: {why}",
  "The pattern “{pattern}” matches even an empty message, so it takes every message.":
    "El patrón “{pattern}” encaja hasta con un mensaje vacío, así que toma todos los mensajes.",
  "The same trigger is given twice.": "El mismo disparador está dos veces.",
  "The template's language is missing. Choose it.": "Falta el idioma de la plantilla. Elígelo.",
  "The time before or after the date is longer than 365 days. Shorten it.":
    "El tiempo antes o después de la fecha pasa de 365 días. Acórtalo.",
  "The wait is longer than 365 days. Shorten it.": "La espera dura más de 365 días. Acórtala.",
  "The wait takes no time. Write how long, or take it out.":
    "La espera no dura nada. Escribe cuánto o quítala.",
  "There are {count} buttons and WhatsApp takes {limit}. Take some out, or use a list.":
    "Hay {count} botones y WhatsApp admite {limit}. Quita algunos o usa una lista.",
  "There are {count} products and WhatsApp takes {limit}. Take some out.":
    "Hay {count} productos y WhatsApp admite {limit}. Quita algunos.",
  "There are {count} rows in all and WhatsApp takes {limit}. Take some out, or ask in two steps.":
    "Hay {count} filas en total y WhatsApp admite {limit}. Quita algunas o pregunta en dos pasos.",
  "There is no address to tell. Write one.": "No hay dirección a la que avisar. Escribe una.",
  "There is no address. Write one that begins with https://.":
    "No hay dirección. Escribe una que empiece por https://.",
  "There is no date to wait for. Write it.": "No hay fecha que esperar. Escríbela.",
  "There is no event to count. Name it.": "No hay evento que contar. Nómbralo.",
  "There is no list to go through. Write which, as order.items.":
    "No hay lista que recorrer. Escribe cuál, como order.items.",
  "There is no member to give it to. Write an e-mail address.":
    "No hay miembro a quien dársela. Escribe un correo electrónico.",
  "There is no model. Write its name, as the endpoint calls it.":
    "No hay modelo. Escribe su nombre, como lo llama el servicio.",
  "There is no node type “{type}”.": "No hay ningún tipo de paso “{type}”.",
  "There is no tag to add or remove. Name one.": "No hay etiqueta que poner o quitar. Nombra una.",
  "There is no team to give it to. Name one.": "No hay equipo a quien dársela. Nombra uno.",
  "There is no time zone “{zone}”. Write one like Europe/Madrid.":
    "No existe la zona horaria “{zone}”. Escribe una como Europe/Madrid.",
  "There is no value for the contact's “{field}”. Write one, or clear the field.":
    "No hay valor para “{field}” del contacto. Escribe uno o vacía el campo.",
  "There is nothing to choose from. Add options.": "No hay nada que elegir. Añade opciones.",
  "There is nothing to tell. Write it.": "No hay nada que avisar. Escríbelo.",
  "Two buttons are called “{title}”. Give each its own title.":
    "Dos botones se llaman “{title}”. Da a cada uno su título.",
  "Two buttons have the id “{id}”. Give each its own.":
    "Dos botones tienen el id “{id}”. Da a cada uno el suyo.",
  "Two categories have the id “{id}”. Give each its own.":
    "Dos categorías tienen el id “{id}”. Da a cada una el suyo.",
  "Two edges have the id “{id}”.": "Dos conexiones tienen el id “{id}”.",
  "Two edges leave {step} by “{id}”; only the first is taken.":
    "Dos conexiones salen de {step} por “{id}”; solo se toma la primera.",
  "Two nodes have the id “{id}”.": "Dos pasos tienen el id “{id}”.",
  "Two options are called “{title}”. Give each its own title.":
    "Dos opciones se llaman “{title}”. Da a cada una su título.",
  "Two options have the id “{id}”. Give each its own.":
    "Dos opciones tienen el id “{id}”. Da a cada una el suyo.",
  "Two rows are called “{title}”. Give each its own title.":
    "Dos filas se llaman “{title}”. Da a cada una su título.",
  "Two rows have the id “{id}”. Give each its own.": "Dos filas tienen el id “{id}”. Da a cada una el suyo.",
  "Two values go to the variable “{name}”. Give each its own.":
    "Dos valores van a la variable “{name}”. Da a cada uno la suya.",
  "Two ways out have the id “{id}”. Give each its own.":
    "Dos salidas tienen el id “{id}”. Da a cada una el suyo.",
  "Up to {depth} flows run inside each other from here, and a session ends after {most}. Go to a flow instead of calling it.":
    "Desde aquí se ejecutan hasta {depth} flujos uno dentro de otro, y una sesión termina después de {most}. Ve a un flujo en vez de llamarlo.",
  "Who writes “{witness}” gets the flow “{flow}” (keyword “{winner}”), not this one: {why}. Change the keyword “{keyword}” or its mode, or give this flow a higher priority.":
    "Quien escribe “{witness}” recibe el flujo “{flow}” (palabra clave “{winner}”), no este: {why}. Cambia la palabra clave “{keyword}” o su modo, o da más prioridad a este flujo.",
  "With several products WhatsApp wants a text. Write one.":
    "Con varios productos, WhatsApp pide un texto. Escribe uno.",
  "a key of AWS": "una clave de AWS",
  "a key of Google": "una clave de Google",
  "a key of Stripe": "una clave de Stripe",
  "a key of a language model's provider": "una clave de un proveedor de modelos de lenguaje",
  "a length of time": "una cantidad de tiempo",
  "a number of decimals": "un número de decimales",
  "a password in an address": "una contraseña en una dirección",
  "a private key": "una clave privada",
  "a range, the smaller end first": "un rango, primero el extremo menor",
  "a signed token": "un token firmado",
  "a token of GitHub": "un token de GitHub",
  "a token of Slack": "un token de Slack",
  "an access token of Meta": "un token de acceso de Meta",
  "button {number} of card {card}": "el botón {number} de la tarjeta {card}",
  "case {number}": "el caso {number}",
  "days of the week": "días de la semana",
  "e-mail address {number} of card {card}": "el correo {number} de la tarjeta {card}",
  "group {group}, rule {number}": "la regla {number} del grupo {group}",
  "phone number {number} of card {card}": "el teléfono {number} de la tarjeta {card}",
  "product {number} of section {section}": "el producto {number} de la sección {section}",
  "the address": "la dirección",
  "the address of button {number} of card {card}": "la dirección del botón {number} de la tarjeta {card}",
  "the address of card {card}": "la dirección de la tarjeta {card}",
  "the address of the picture of card {card}": "la dirección de la foto de la tarjeta {card}",
  "the address of the place": "la dirección del lugar",
  "the body": "el cuerpo",
  "the business of card {card}": "la empresa de la tarjeta {card}",
  "the button": "el botón",
  "the button that opens the list": "el botón que abre la lista",
  "the caption": "el pie de foto",
  "the catalog": "el catálogo",
  "the date": "la fecha",
  "the default value": "el valor por defecto",
  "the description of row {number}": "la descripción de la fila {number}",
  "the detail {name}": "el detalle {name}",
  "the emoji": "el emoji",
  "the field {name}": "el campo {name}",
  "the field “{name}”": "el campo “{name}”",
  "the file name": "el nombre del archivo",
  "the footer": "el pie",
  "the form's id": "el id del formulario",
  "the header": "el encabezado",
  "the header {name}": "la cabecera {name}",
  "the header's address": "la dirección del encabezado",
  "the header's media": "la foto, el video o el documento del encabezado",
  "the header's variable": "la variable del encabezado",
  "the latitude": "la latitud",
  "the list": "la lista",
  "the longitude": "la longitud",
  "the media": "el archivo",
  "the member": "el miembro",
  "the name": "el nombre",
  "the name of card {card}": "el nombre de la tarjeta {card}",
  "the name of the place": "el nombre del lugar",
  "the note": "la nota",
  "the number of a card": "el número de una tarjeta",
  "the option that ends the choice": "la opción que termina la elección",
  "the picture of card {card}": "la foto de la tarjeta {card}",
  "the question": "la pregunta",
  "the skip word": "la palabra para omitir",
  "the subject": "el asunto",
  "the template's words": "el texto de la plantilla",
  "the text": "el texto",
  "the text after a wrong answer": "el texto tras una respuesta incorrecta",
  "the text after an answer out of bounds": "el texto tras una respuesta fuera de los límites",
  "the text of card {card}": "el texto de la tarjeta {card}",
  "the text to read": "el texto que leer",
  "the text to sort": "el texto que clasificar",
  "the title of button {number}": "el título del botón {number}",
  "the title of card {card}": "el título de la tarjeta {card}",
  "the title of option {number}": "el título de la opción {number}",
  "the title of row {number}": "el título de la fila {number}",
  "the title of section {number}": "el título de la sección {number}",
  "the value": "el valor",
  "the value of {name}": "el valor de {name}",
  "the variable “{name}”": "la variable “{name}”",
  "the word that ends it": "la palabra que lo termina",
  "times of day": "horas del día",
  "variable {number}": "la variable {number}",
  "what fills in button {number}": "lo que rellena el botón {number}",
  "what the model is told": "lo que se le dice al modelo",
  "{names} run each other without a wait. Put a question or a wait into one of them.":
    "{names} se ejecutan entre sí sin espera. Pon en uno de ellos una pregunta o una espera.",
  "{step} calls flows that come back to this one, without a wait and on every way: {names}. It can never end. Put a way out or a question in front of the call.":
    "{step} llama a flujos que vuelven a este, sin espera y por todos los caminos: {names}. Nunca puede terminar. Pon una salida o una pregunta antes de la llamada.",
  "{step} calls flows that come back to this one: {names}. Each call goes one deeper; go to the flow instead, or end the circle.":
    "{step} llama a flujos que vuelven a este: {names}. Cada llamada baja un nivel más; ve al flujo en vez de llamarlo, o rompe el círculo.",
  "{step} calls the flow “{flow}”, which does not exist.": "{step} llama al flujo “{flow}”, que no existe.",
  "{step} goes on at the step “{id}”, which does not exist. Choose another.":
    "{step} sigue en el paso “{id}”, que no existe. Elige otro.",
  "{step} has no way out called “{id}”, but an edge leaves by it.":
    "{step} no tiene ninguna salida llamada “{id}”, pero una conexión sale por ella.",
  "{step} has two options with the id “{id}”; one would never be taken.":
    "{step} tiene dos opciones con el id “{id}”; una nunca se tomaría.",
  "In “{language}”: {problem}": "En “{language}”: {problem}",
  "{step} is not translated into “{language}”: {what}.":
    "{step} no está traducido al idioma “{language}”: {what}.",
  "{step} leads to “{target}”, which does not exist.": "{step} lleva a “{target}”, que no existe.",
  "{step} may be sent when the customer has not written for 24 hours, after {after}: then WhatsApp takes only approved templates. Shorten the wait, or send a template first.":
    "{step} puede enviarse cuando el cliente lleva 24 horas sin escribir, después de {after}: entonces WhatsApp solo admite plantillas aprobadas. Acorta la espera o envía antes una plantilla.",
  "{step} may be sent when the customer has not written for 24 hours, since the flow may start without a message of theirs: then WhatsApp takes only approved templates. Shorten the wait, or send a template first.":
    "{step} puede enviarse cuando el cliente lleva 24 horas sin escribir, ya que el flujo puede empezar sin un mensaje suyo: entonces WhatsApp solo admite plantillas aprobadas. Acorta la espera o envía antes una plantilla.",
  "{step} names the team “{name}”, which does not exist. Make it in the settings.":
    "{step} nombra el equipo “{name}”, que no existe. Créalo en los ajustes.",
  "{step} reads “{name}”, which is not set when the customer comes by {via}. Set it there too, or give it a default: {example}.":
    "{step} lee “{name}”, que no tiene valor cuando el cliente llega por {via}. Fíjala también ahí o dale un valor por defecto: {example}.",
  "{step} reads “{name}”, which is not set when the customer comes right after the start. Set it there too, or give it a default: {example}.":
    "{step} lee “{name}”, que no tiene valor cuando el cliente llega justo tras el inicio. Fíjala también ahí o dale un valor por defecto: {example}.",
  "{step} reads “{name}”, which no step of this flow sets. Correct the name, or give it a default: {example}.":
    "{step} lee “{name}”, que ningún paso de este flujo fija. Corrige el nombre o dale un valor por defecto: {example}.",
  "{step} seems to hold {what}. Store it under a name in the settings (Secrets), and use the name.":
    "{step} parece contener {what}. Guarda el valor con un nombre en los ajustes (Secretos) y usa el nombre.",
  "{step} sends the template “{name}” in “{language}”, which is not there or not approved. Look at the templates page.":
    "{step} envía la plantilla “{name}” en “{language}”, que no está o no está aprobada. Mira la página de plantillas.",
  "{step} uses the secret “{name}”, which is not stored. Store it in the settings.":
    "{step} usa el secreto “{name}”, que no está guardado. Guárdalo en los ajustes.",
  "{step}: {what} has room for {limit} characters, and “{name}” may have any length; what is over is cut off. Shorten it: {example}.":
    "{step}: en {what} caben {limit} caracteres, y “{name}” puede tener cualquier longitud; lo que sobra se corta. Acórtala: {example}.",
  "{step}: {what} has room for {limit} characters, and “{name}” may have up to {most} characters; what is over is cut off. Shorten it: {example}.":
    "{step}: en {what} caben {limit} caracteres, y “{name}” puede tener hasta {most}; lo que sobra se corta. Acórtala: {example}.",
  "{what} has {length} characters and WhatsApp takes {limit}. Shorten it.":
    "{what} tiene {length} caracteres y WhatsApp admite {limit}. Acorta el texto.",
  "{what} is empty. Write it.": "Falta {what}: escribe algo.",
  "{what} is missing. Upload a file or give its address.": "Falta {what}. Sube un archivo o da su dirección.",
  "“{address}” is not an e-mail address. Correct it, and separate several by commas.":
    "“{address}” no es un correo electrónico. Corrígelo, y separa varios con comas.",
  "“{name}” is set by {step} and never used in this flow.":
    "{step} fija “{name}”, y no se usa nunca en este flujo.",
  "“{source}” is no latitude. Write degrees between -{low} and {most}, as 36.5297.":
    "“{source}” no es una latitud. Escribe grados entre -{low} y {most}, como 36.5297.",
  "“{source}” is no longitude. Write degrees between -{low} and {most}, as 36.5297.":
    "“{source}” no es una longitud. Escribe grados entre -{low} y {most}, como 36.5297.",
  "“{text}” is no date. Write it like {example}.": "“{text}” no es una fecha. Escríbela así: {example}.",
  "“{text}” is no time. Write it like {example}.": "“{text}” no es una hora. Escríbela así: {example}.",
  "“{text}” is not a date. Write it as 2026-12-31 or 2026-12-31T18:30.":
    "“{text}” no es una fecha. Escríbela como 2026-12-31 o 2026-12-31T18:30.",
  "“{title}” is an option, and also ends or skips the question. Change one of them.":
    "“{title}” es una opción y también termina u omite la pregunta. Cambia una de las dos.",
};
