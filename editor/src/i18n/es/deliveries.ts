/** Spanish for what platforms answer, and for what comes of sends, channels and webhooks. */
import type { Catalogue } from "../t.ts";

export const deliveries: Catalogue = {
  "A number can't write to itself.": "Un número no puede escribirse a sí mismo.",
  "Add or repair the payment method in WhatsApp Manager.":
    "Añade o corrige el método de pago en el administrador de WhatsApp.",
  "Add the number to the allowed recipients in the app's WhatsApp settings, or use a production number.":
    "Añade el número a los destinatarios permitidos en los ajustes de WhatsApp de la app o usa un número de producción.",
  "Ask the customer, or send it again by hand.": "Pregunta al cliente o envíalo de nuevo a mano.",
  "Check that the file's address is public and that its type and size are allowed.":
    "Comprueba que la dirección del archivo sea pública y que su tipo y tamaño estén permitidos.",
  "Compare the template's name, language and variables with the approved version.":
    "Compara el nombre, el idioma y las variables de la plantilla con la versión aprobada.",
  "Connect it again to go on; messages wait until then.":
    "Conéctalo de nuevo para seguir; los mensajes esperan hasta entonces.",
  "Connect it again, so that held messages go out.":
    "Conéctalo de nuevo para que salgan los mensajes retenidos.",
  "Connect the channel again: somebody has to give Hilo access to the page or account with all permissions that are asked for.":
    "Conecta el canal de nuevo: alguien tiene que dar a Hilo acceso a la página o cuenta con todos los permisos que se piden.",
  "Connect the channel again with a valid access token that has the whatsapp_business_messaging permission.":
    "Conecta el canal de nuevo con un token de acceso válido que tenga el permiso whatsapp_business_messaging.",
  "Connect the channel again.": "Conecta el canal de nuevo.",
  "Disconnected by a person.": "Lo desconectó una persona.",
  "Enter the access token again on the channel's page.":
    "Introduce de nuevo el token de acceso en la página del canal.",
  "Hilo could not keep this lead; see the log.": "Hilo no pudo guardar este lead; mira el registro.",
  "Hilo made a mistake while sending.": "Hilo cometió un error al enviar.",
  "If it goes on, check this machine's connection and GRAPH_API_URL.":
    "Si continúa, comprueba la conexión de esta máquina y GRAPH_API_URL.",
  "Instagram told this person's name and no id: nothing can be sent to them until they write.":
    "Instagram dio el nombre de esta persona pero no su id: no se le puede enviar nada hasta que escriba.",
  "It comes back by itself, or after an edit.": "Vuelve sola o después de editarla.",
  "It has {parts}, which flows can't fill in: send it by the API with its components, or choose another one.":
    "Tiene partes que los flujos no pueden rellenar ({parts}): envíala por la API con sus componentes o elige otra.",
  "It is archived at Meta: bring it back in WhatsApp Manager.":
    "Está archivada en Meta: recupérala en el administrador de WhatsApp.",
  "It is being deleted at Meta: choose another one.": "Se está eliminando en Meta: elige otra.",
  "It is not sent again by itself; the delivery status settles it when it comes.":
    "No se vuelve a enviar solo; el estado de entrega lo aclara cuando llegue.",
  "It was deleted at Meta: choose another one.": "Se eliminó en Meta: elige otra.",
  "Its webhooks could not be subscribed: customers' messages may not come.":
    "No se pudo suscribir a sus webhooks: puede que no lleguen los mensajes de los clientes.",
  "Look into WhatsApp Manager: Meta says there what happened and how to appeal.":
    "Mira en el administrador de WhatsApp: allí Meta dice qué pasó y cómo apelar.",
  "Look into WhatsApp Manager: Meta says there what the account needs.":
    "Mira en el administrador de WhatsApp: allí Meta dice qué necesita la cuenta.",
  "Look into the page's quality in Meta Business Suite: it says what happened and until when.":
    "Mira la calidad de la página en Meta Business Suite: allí dice qué pasó y hasta cuándo.",
  "Meta did not list the WhatsApp numbers: {why}": "Meta no mostró los números de WhatsApp: {why}",
  "Meta did not list the pages: {why}": "Meta no mostró las páginas: {why}",
  "Meta disabled it for good: write a new one in WhatsApp Manager.":
    "Meta la desactivó definitivamente: escribe una nueva en el administrador de WhatsApp.",
  "Meta does not say which WhatsApp Business Account the number belongs to: the token needs the permission whatsapp_business_management, or write the account's id into the channel's settings.":
    "Meta no dice a qué cuenta de WhatsApp Business pertenece el número: el token necesita el permiso whatsapp_business_management, o escribe el id de la cuenta en los ajustes del canal.",
  "Meta gave no token for the page “{name}”: you need full control of it.":
    "Meta no dio un token para la página “{name}”: necesitas control total de ella.",
  "Meta has disabled this WhatsApp account.": "Meta ha desactivado esta cuenta de WhatsApp.",
  "Meta has restricted this WhatsApp account.": "Meta ha restringido esta cuenta de WhatsApp.",
  "Meta has restricted this page or account.": "Meta ha restringido esta página o cuenta.",
  "Meta is looking at it again: wait until it is approved.":
    "Meta la está revisando de nuevo: espera a que la apruebe.",
  "Meta is still looking at it: wait until it is approved.":
    "Meta todavía la está revisando: espera a que la apruebe.",
  "Meta paused it because of its quality: people blocked or reported it.":
    "Meta la puso en pausa por su calidad: la gente la bloqueó o la denunció.",
  "Meta rejected it: change it in WhatsApp Manager and submit it again.":
    "Meta la rechazó: cámbiala en el administrador de WhatsApp y envíala de nuevo a revisión.",
  "Meta says it is {status}: look into WhatsApp Manager.":
    "Meta dice que su estado es {status}: mira en el administrador de WhatsApp.",
  "Meta showed no number, page or account: sign in again as somebody who manages them, and leave all boxes ticked there.":
    "Meta no mostró ningún número, página ni cuenta: entra de nuevo como alguien que los administre y deja allí todas las casillas marcadas.",
  "More than 24 hours have passed since the customer last wrote.":
    "Han pasado más de 24 horas desde que el cliente escribió por última vez.",
  "No app secret is set: give the channel its app secret, or set META_APP_SECRET.":
    "No hay ninguna clave secreta de la app: dale al canal la suya o define META_APP_SECRET.",
  "No channel with the id {id} accepts deliveries with this app secret.":
    "Ningún canal con el id {id} acepta entregas con esta clave secreta de la app.",
  "No complete answer within {seconds} s.": "No hubo respuesta completa en {seconds} s.",
  "No known app secret made this signature: compare the channel's app secret with the app's settings at Meta.":
    "Ninguna clave secreta conocida hizo esta firma: compara la clave secreta del canal con la configuración de la app en Meta.",
  "Nothing to do: another template would not arrive either.":
    "No hay nada que hacer: otra plantilla tampoco llegaría.",
  "Nothing to do: it is tried again.": "No hay que hacer nada: se intenta de nuevo.",
  "Only WhatsApp has templates.": "Solo WhatsApp tiene plantillas.",
  "Register the number again in WhatsApp Manager; after many wrong PINs Meta asks to wait.":
    "Registra el número de nuevo en el administrador de WhatsApp; tras muchos PIN incorrectos, Meta pide esperar.",
  "Send an approved template, or wait until the customer writes.":
    "Envía una plantilla aprobada o espera a que el cliente escriba.",
  "Send fewer messages to people who did not write first, and check the number's quality rating.":
    "Envía menos mensajes a quienes no escribieron primero y comprueba la calificación de calidad del número.",
  "Send less to those who did not write first.": "Envía menos a quienes no escribieron primero.",
  "Send no marketing to them until they allow it again; answers and other templates still go.":
    "No le envíes marketing hasta que lo permita de nuevo; las respuestas y otras plantillas sí salen.",
  "Send no marketing to them until they allow it again; answers to what they write still go.":
    "No le envíes marketing hasta que lo permita de nuevo; las respuestas a lo que escriba sí salen.",
  "So many messages waited for this person that this one did not go out within 24 hours.":
    "Había tantos mensajes en espera para esta persona que este no salió en 24 horas.",
  "The account has as many templates as it may: delete some in WhatsApp Manager.":
    "La cuenta tiene todas las plantillas que puede tener: elimina algunas en el administrador de WhatsApp.",
  "The account no longer belongs to this app at Meta.": "La cuenta ya no pertenece a esta app en Meta.",
  "The app made more requests than Meta allows for now.":
    "La app hizo más peticiones de las que Meta permite por ahora.",
  "The body nests deeper than {count} levels.": "El contenido tiene más de {count} niveles anidados.",
  "The channel has no access token that can be read: connect it again.":
    "El canal no tiene un token de acceso que se pueda leer: conéctalo de nuevo.",
  "The channel has no access token that can be read.":
    "El canal no tiene un token de acceso que se pueda leer.",
  "The channel's access token is no longer valid or lacks a permission.":
    "El token de acceso del canal ya no es válido o le falta un permiso.",
  "The comment can't be answered in private any more: only once, and within seven days.":
    "El comentario ya no se puede responder en privado: solo una vez y en un plazo de siete días.",
  "The database refused a value: {why}": "La base de datos rechazó un valor: {why}",
  "The database was restored from a copy made before this was sent, so nobody knows whether it went out since.":
    "La base de datos se restauró de una copia hecha antes de este envío, así que nadie sabe si salió después.",
  "The details say which part; correct the message in the flow.":
    "Los detalles dicen qué parte; corrige el mensaje en el flujo.",
  "The file could not be fetched or has a type WhatsApp does not take.":
    "No se pudo descargar el archivo o es de un tipo que WhatsApp no admite.",
  "The file could not be fetched or is of a kind or size the platform does not take.":
    "No se pudo descargar el archivo o es de un tipo o tamaño que la plataforma no admite.",
  "The file could not be uploaded ({reason}).": "No se pudo subir el archivo ({reason}).",
  "The file is not on this server any more: upload it again and choose it in the flow.":
    "El archivo ya no está en este servidor: súbelo de nuevo y elígelo en el flujo.",
  "The message could not be delivered: the number may not be on WhatsApp, or has an old version of it.":
    "No se pudo entregar el mensaje: puede que el número no esté en WhatsApp o tenga una versión antigua.",
  "The message names no sender (neither from nor from_user_id).":
    "El mensaje no dice quién lo envía (ni from ni from_user_id).",
  "The message names nobody it was written to.": "El mensaje no dice a quién se escribió.",
  "The message was being sent when its worker stopped, so nobody knows whether it arrived.":
    "El mensaje se estaba enviando cuando se detuvo el proceso que lo enviaba, así que nadie sabe si llegó.",
  "The message went out and no answer came back ({reason}), so nobody knows whether it arrived.":
    "El mensaje salió y no llegó respuesta ({reason}), así que nadie sabe si llegó.",
  "The number could not be registered or verified.": "No se pudo registrar o verificar el número.",
  "The number's quality is low: people block or report it.":
    "La calidad del número es baja: la gente lo bloquea o lo denuncia.",
  "The person who connected this channel took Hilo's access away at Meta.":
    "La persona que conectó este canal le quitó a Hilo el acceso en Meta.",
  "The platform answered with HTTP status {status}.": "La plataforma respondió con el estado HTTP {status}.",
  "The platform could not be reached ({reason}).": "No se pudo contactar con la plataforma ({reason}).",
  "The platform is having trouble right now.": "La plataforma tiene problemas ahora mismo.",
  "The platform refused: {why}": "La plataforma lo rechazó: {why}",
  "The platform refused the message because a part of it is missing or wrong.":
    "La plataforma rechazó el mensaje porque una parte falta o está mal.",
  "The platform said yes but named no message.":
    "La plataforma aceptó el envío, pero no dijo qué mensaje es.",
  "The platform's answer can't be read.": "No se puede leer la respuesta de la plataforma.",
  "The platform's answer to the upload can't be read.":
    "No se puede leer la respuesta de la plataforma a la subida.",
  "The platform's list does not end.": "La lista de la plataforma no termina.",
  "The recipient is not on the test number's list.":
    "El destinatario no está en la lista del número de prueba.",
  "The recipient's identity can't be used for this message.":
    "La identidad del destinatario no se puede usar para este mensaje.",
  "The simulator is inside this server.": "El simulador está dentro de este servidor.",
  "The template does not exist in this language, is paused, or its values do not fit.":
    "La plantilla no existe en este idioma, está en pausa o sus valores no encajan.",
  "The template is being prepared for marketing messages.":
    "La plantilla se está preparando para mensajes de marketing.",
  "The token belongs to “{name}”.": "El token es de “{name}”.",
  "The token is of another account, @{name}.": "El token es de otra cuenta, @{name}.",
  "The token lacks {scopes}: connect again with all boxes ticked.":
    "Al token le falta {scopes}: conéctalo de nuevo con todas las casillas marcadas.",
  "The token needs the right to manage the account.":
    "El token necesita el permiso de administrar la cuenta.",
  "There is a problem with the account's payment method.":
    "Hay un problema con el método de pago de la cuenta.",
  "This account may not write to people in that country.":
    "Esta cuenta no puede escribir a personas de ese país.",
  "This channel has no message of this kind.": "Este canal no tiene mensajes de este tipo.",
  "This number is not ready to send: not registered, deleted, or without an approved name.":
    "Este número no está listo para enviar: no está registrado, se eliminó o no tiene un nombre aprobado.",
  "This number sends faster than WhatsApp allows.":
    "Este número envía más rápido de lo que WhatsApp permite.",
  "This page or account sends faster than Meta allows.":
    "Esta página o cuenta envía más rápido de lo que Meta permite.",
  "This person asked to hear no more from this business, and the template is marketing.":
    "Esta persona pidió no recibir más mensajes de esta empresa, y la plantilla es de marketing.",
  "This person can't be written to: they blocked the page, deleted the chat, or never wrote to it.":
    "No se puede escribir a esta persona: bloqueó la página, borró el chat o nunca le escribió.",
  "This person has had as many marketing messages as WhatsApp lets through for now.":
    "Esta persona ya recibió todos los mensajes de marketing que WhatsApp deja pasar por ahora.",
  "This person has stopped marketing messages from this business in WhatsApp.":
    "Esta persona detuvo en WhatsApp los mensajes de marketing de esta empresa.",
  "This person has stopped marketing messages from this business, and the template is marketing.":
    "Esta persona detuvo los mensajes de marketing de esta empresa, y la plantilla es de marketing.",
  "This person is part of an experiment of Meta's and gets no marketing messages from anybody.":
    "Esta persona forma parte de un experimento de Meta y no recibe mensajes de marketing de nadie.",
  "Too many messages to this person in a short time.": "Demasiados mensajes a esta persona en poco tiempo.",
  "Wait at least a day before the next marketing message to this person.":
    "Espera al menos un día antes del próximo mensaje de marketing a esta persona.",
  "Wait until the customer writes; a person may still answer by hand within seven days.":
    "Espera a que el cliente escriba; una persona todavía puede responder a mano en un plazo de siete días.",
  "WhatsApp is having trouble right now.": "WhatsApp tiene problemas ahora mismo.",
  "WhatsApp limits this number because of its quality or its messaging limit.":
    "WhatsApp limita este número por su calidad o por su límite de mensajes.",
  "WhatsApp refused the message because a part of it is missing or wrong.":
    "WhatsApp rechazó el mensaje porque una parte falta o está mal.",
  "WhatsApp takes ten messages a minute for one person: let the flow say less.":
    "WhatsApp admite diez mensajes por minuto para una persona: haz que el flujo diga menos.",
  "Whether this person wants marketing could not be looked up.":
    "No se pudo consultar si esta persona quiere recibir marketing.",
  "X-Hub-Signature-256 is bad.": "X-Hub-Signature-256 no es válida.",
  "X-Hub-Signature-256 is missing.": "Falta X-Hub-Signature-256.",
  "a carousel": "un carrusel",
  "a catalog": "un catálogo",
  "a header of the kind {format}": "un encabezado de tipo {format}",
  "a list of products": "una lista de productos",
  "a one-time password": "un código de un solo uso",
  "a product": "un producto",
  "an offer with an end": "una oferta con fecha límite",
  audio: "audio",
  document: "documento",
  image: "imagen",
  video: "video",
  "{host} can't be reached from this server.": "No se puede acceder a {host} desde este servidor.",
  "{platform} refused the message without a reason.": "{platform} rechazó el mensaje sin decir por qué.",
  "{platform} takes files of {max} at most as {kind}; this one has {size}.":
    "Como {kind}, {platform} admite archivos de {max} como máximo; este tiene {size}.",
  "{platform} takes no {kind}.": "{platform} no admite este tipo de archivo: {kind}.",
  "{platform} takes {types} as {kind}, not {type}.": "Como {kind}, {platform} admite {types}, no {type}.",
};
