/** Spanish for what was changed so that a platform takes a message, and why. */
import type { Catalogue } from "../t.ts";

export const fitNotes: Catalogue = {
  "A card has at most {count} buttons on {platform}: the others are on a card beside it.":
    "Una tarjeta tiene como máximo {count} botones en {platform}: los demás van en otra tarjeta al lado.",
  "A card’s text is shortened: it has at most {max} characters on {platform}.":
    "El texto de una tarjeta se acorta: tiene como máximo {max} caracteres en {platform}.",
  "A card’s title is part of its text: {platform} has no titles on cards.":
    "El título de una tarjeta pasa a su texto: {platform} no tiene títulos en las tarjetas.",
  "Line breaks and long gaps in a template’s variables become single spaces.":
    "En las variables de una plantilla, los saltos de línea y los huecos largos se vuelven un solo espacio.",
  "Nothing is sent: there is nothing to say.": "No se envía nada: no hay nada que decir.",
  "Only the first emoji is sent: a reaction has one.":
    "Solo se envía el primer emoji: una reacción tiene uno.",
  "Shown as {shown}, because {platform} has no {contents}.":
    "Se muestra como {shown}, porque {platform} no tiene {contents}.",
  "Shown as {shown}, because {platform} shows {native} only when {condition}.":
    "Se muestra como {shown}, porque {platform} solo muestra {native} cuando {condition}.",
  "The caption follows as a text: {platform} shows none under this kind of file.":
    "El pie de foto va después como texto: {platform} no lo muestra bajo este tipo de archivo.",
  "The cards go in {messages} messages: {platform} shows {count} at once.":
    "Las tarjetas van en {messages} mensajes: {platform} muestra {count} a la vez.",
  "The cards go in {messages} messages: {platform} takes {count} at once.":
    "Las tarjetas van en {messages} mensajes: {platform} admite {count} a la vez.",
  "The code “{code}” is longer than the {max} characters a button copies.":
    "El código “{code}” supera los {max} caracteres que copia un botón.",
  "The file goes in a message of its own: {platform} does not show it above this text.":
    "El archivo va en un mensaje aparte: {platform} no lo muestra encima de este texto.",
  "The footer is part of the text: {platform} has no footers.":
    "El pie pasa al texto: {platform} no tiene pies.",
  "The header is part of the text: {platform} has no headers.":
    "El encabezado pasa al texto: {platform} no tiene encabezados.",
  "The header of a template can’t be of the kind “{kind}”.":
    "El encabezado de una plantilla no puede ser de tipo “{kind}”.",
  "The products go in {messages} messages: each holds {count} in {sections} sections.":
    "Los productos van en {messages} mensajes: en cada uno caben {count} en {sections} secciones.",
  "The text above the buttons has at most {room} on {platform}: what comes before goes as a text of its own.":
    "El texto sobre los botones tiene como máximo {room} en {platform}: lo anterior va como un texto aparte.",
  "The text goes before the cards: {platform} shows none above them.":
    "El texto va antes de las tarjetas: {platform} no muestra ninguno encima de ellas.",
  "The text goes in {messages} messages: each holds {room}.":
    "El texto va en {messages} mensajes: en cada uno caben {room}.",
  "What does not fit under the file follows as a text.":
    "Lo que no cabe bajo el archivo va después como texto.",
  "a button": "un botón",
  "a card’s text": "el texto de una tarjeta",
  "a footer": "un pie",
  "a header": "un encabezado",
  "a link in a text": "un enlace en un texto",
  "a list of products, up to {count} in {sections} sections a message":
    "una lista de productos, hasta {count} en {sections} secciones por mensaje",
  "a list that opens at the bottom": "una lista que se abre abajo",
  "a message for each card": "un mensaje por tarjeta",
  "a numbered text, answered by typing": "un texto numerado que se responde escribiendo",
  "a place on a map": "un lugar en un mapa",
  "a place’s name": "el nombre de un lugar",
  "a product of the catalog": "un producto del catálogo",
  "a reaction on the customer’s message": "una reacción al mensaje del cliente",
  "a row": "una fila",
  "a row’s description": "la descripción de una fila",
  "a text with a button that opens the address": "un texto con un botón que abre la dirección",
  "a text with a button that opens the form": "un texto con un botón que abre el formulario",
  "a text with a button that opens the form on the web":
    "un texto con un botón que abre el formulario en la web",
  "a text with a button that sends a location": "un texto con un botón que envía una ubicación",
  "a text with name and address": "un texto con nombre y dirección",
  "a text with name, address and a link to a map": "un texto con nombre, dirección y un enlace a un mapa",
  "a text with names, numbers and addresses": "un texto con nombres, números y direcciones",
  "a text with the link": "un texto con el enlace",
  "a text, in several messages when it is long": "un texto, en varios mensajes si es largo",
  "a variable of the template": "una variable de la plantilla",
  "an address": "una dirección",
  "audio or an image": "audio o una imagen",
  "buttons with an address": "botones con dirección",
  "cards side by side": "tarjetas una al lado de otra",
  "cards side by side, up to {count} a message": "tarjetas una al lado de otra, hasta {count} por mensaje",
  "contact cards": "tarjetas de contacto",
  "each card has more to show than a title, and no medium but an image with an address":
    "cada tarjeta muestra algo más que un título y no lleva más archivo que una imagen con dirección",
  files: "archivos",
  forms: "formularios",
  "its words are known": "se conocen sus palabras",
  lists: "listas",
  options: "opciones",
  places: "lugares",
  products: "productos",
  "products of a catalog": "productos de un catálogo",
  "quick replies": "respuestas rápidas",
  reactions: "reacciones",
  "reply buttons": "botones de respuesta",
  "requests for a location": "peticiones de ubicación",
  rows: "filas",
  templates: "plantillas",
  texts: "textos",
  "the address begins with https:// or http://": "la dirección empieza por https:// o http://",
  "the approved template": "la plantilla aprobada",
  "the button of a form": "el botón de un formulario",
  "the button of a list": "el botón de una lista",
  "the file itself": "el propio archivo",
  "the form is on the web too": "el formulario está también en la web",
  "the header of a template": "el encabezado de una plantilla",
  "the header’s variable": "la variable del encabezado",
  "the platform takes its kind and format": "la plataforma admite su tipo y su formato",
  "the platform takes the voice note as audio, or the sticker as an image":
    "la plataforma admite la nota de voz como audio o el sticker como imagen",
  "the template’s words as a text": "las palabras de la plantilla como texto",
  "the text above the buttons": "el texto sobre los botones",
  "the text without the form": "el texto sin el formulario",
  "the title of a card": "el título de una tarjeta",
  "the title of a section": "el título de una sección",
  "there are 1 to {most} {of}": "hay de 1 a {most} {of}",
  "there are {few} to {most} cards, all with an image or all with a video, each with one button that opens an address":
    "hay de {few} a {most} tarjetas, todas con imagen o todas con vídeo, cada una con un botón que abre una dirección",
  "there are {of}": "hay {of}",
  "there is 1 product": "hay 1 producto",
  "there is such a place on the globe": "el lugar existe en el mapa del mundo",
  "{count} bytes": "{count} bytes",
  "{count} characters": "{count} caracteres",
  "“{text}” is shortened: {what} has at most {max} characters on {platform}.":
    "“{text}” se acorta: {what} tiene como máximo {max} caracteres en {platform}.",
  "“…” stands for {what}, which {platform} does not take empty.":
    "{platform} no admite {what} sin contenido: en su lugar va “…”.",
};
