/** Spanish for what the server refuses. */
import type { Catalogue } from "../t.ts";

export const api: Catalogue = {
  "A channel with this id is connected already, elsewhere.":
    "Ya hay un canal conectado con este id, en otro sitio.",
  "A channel with this id is connected already.": "Ya hay un canal conectado con este id.",
  "A choice has no title.": "Una opción no tiene título.",
  "A clock only goes forward; begin a new chat to be in the present.":
    "Un reloj solo avanza; empieza un chat nuevo para estar en el presente.",
  "A contact can't be merged with itself.": "Un contacto no se puede unir consigo mismo.",
  "A text has a character that can't be sent: NUL (U+0000), or half of a surrogate pair. Take it out.":
    "Un texto tiene un carácter que no se puede enviar: NUL (U+0000) o medio emoji. Quítalo.",
  "A value in the request is not valid.": "Un valor de la petición no es válido.",
  "Access was withdrawn at Meta: sign in again.": "Se retiró el acceso en Meta: entra de nuevo.",
  "An API key is nobody's: name a member by their id instead of `me`.":
    "Una clave de API no es de nadie: nombra a un miembro por su id en lugar de `me`.",
  "Another import is under way. Start this one when it is done.":
    "Hay otra importación en marcha. Inicia esta cuando termine.",
  "at least 10 characters": "al menos 10 caracteres",
  "At most {count} tries a minute. Try again in {seconds} s.":
    "Como máximo {count} intentos por minuto. Vuelve a intentarlo en {seconds} s.",
  channel: "canal",
  contact: "contacto",
  conversation: "conversación",
  delivery: "entrega",
  import: "importación",
  "Invalid email or password": "Correo o contraseña incorrectos",
  "It is connected, but its webhooks do not come yet: {why} Press “Check” on the channel to try again.":
    "Está conectado, pero aún no llegan sus webhooks: {why} Pulsa “Comprobar” en el canal para intentarlo de nuevo.",
  "It is not there, or not any more.": "No está, o ya no está.",
  "It is too large.": "Es demasiado grande.",
  "It was changed meanwhile, or there is one already. Load it again.":
    "Cambió mientras tanto o ya existe. Cárgalo de nuevo.",
  lead: "lead",
  merge: "unión",
  "Meta does not show this one any more: sign in again.": "Meta ya no muestra este: entra de nuevo.",
  "Nothing in this export can be imported: it has no flows.":
    "No se puede importar nada de esta exportación: no tiene flujos.",
  "Nothing in this export can be imported: {flow}: {refusal}":
    "No se puede importar nada de esta exportación: {flow}: {refusal}",
  "Nothing of this delivery is set aside.": "No hay nada apartado de esta entrega.",
  "On {platform} nobody can send documents.": "En {platform} nadie puede enviar documentos.",
  "On {platform} nobody can send messages of the type {type}.":
    "En {platform} nadie puede enviar mensajes de tipo {type}.",
  "One of the contacts is not there any more.": "Uno de los contactos ya no está.",
  "One of the contacts was merged before: undo that first.":
    "Uno de los contactos ya se unió antes: deshaz eso primero.",
  "People may write for seven days when Meta granted the app the human agent feature: then turn it on in the channel's settings.":
    "Las personas pueden escribir durante siete días si Meta concedió a la app la función de agente humano: entonces actívala en los ajustes del canal.",
  "Read it again.": "Cambió mientras tanto. Cárgalo de nuevo.",
  "Say first what the columns are.": "Di primero qué son las columnas.",
  secret: "secreto",
  segment: "segmento",
  "Send a template, or wait until the customer writes again.":
    "Envía una plantilla o espera a que el cliente vuelva a escribir.",
  session: "sesión",
  "Sign in, or send an API key as Authorization: Bearer.": "Tu sesión terminó. Entra de nuevo.",
  "sign-in": "inicio de sesión",
  "Signing in at Instagram needs INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET in the server's settings. Until then, paste a token.":
    "Para entrar en Instagram hacen falta INSTAGRAM_APP_ID e INSTAGRAM_APP_SECRET en los ajustes del servidor. Hasta entonces, pega un token.",
  "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Until then, paste a token.":
    "Para entrar en Meta hacen falta META_APP_ID y META_APP_SECRET en los ajustes del servidor. Hasta entonces, pega un token.",
  "Somebody saved this flow since you opened it. Read it again, or save without a revision to replace theirs.":
    "Alguien guardó este flujo después de que lo abrieras. Cárgalo de nuevo para ver sus cambios.",
  "Something in the request is not right.": "Algo en la petición no está bien.",
  "Something went wrong here. Try again; the log has the details.":
    "Algo salió mal en el servidor. Inténtalo de nuevo; el registro tiene los detalles.",
  "Something went wrong on the server. Try again.": "Algo salió mal en el servidor. Inténtalo de nuevo.",
  team: "equipo",
  template: "plantilla",
  "The address is not valid.": "La dirección no es válida.",
  "The address must begin with https://.": "La dirección tiene que empezar por https://.",
  "The body is not JSON.": "El contenido no es JSON.",
  "The body is too large.": "El contenido es demasiado grande.",
  "The body's character set is not supported.": "No se admite el juego de caracteres del contenido.",
  "The body's encoding is not supported.": "No se admite la codificación del contenido.",
  "The customer has not written for 24 hours: nothing may be sent to them.":
    "El cliente no ha escrito en 24 horas: no se le puede enviar nada.",
  "The customer has not written for 24 hours: WhatsApp takes approved templates only.":
    "El cliente no ha escrito en 24 horas: WhatsApp solo admite plantillas aprobadas.",
  "The database can't be reached. Try again in a moment.":
    "No se puede contactar con la base de datos. Inténtalo en un momento.",
  "The disk of this server is full: make room in the folder HILO_DATA_DIR names.":
    "El disco de este servidor está lleno: haz sitio en la carpeta que indica HILO_DATA_DIR.",
  "The draft has no such step.": "El borrador no tiene ese paso.",
  "The draft has problems; mend them before running it.":
    "El borrador tiene problemas; corrígelos antes de probarlo.",
  "The file is empty.": "El archivo está vacío.",
  "The file is larger than {count} MB.": "El archivo supera los {count} MB.",
  "The file is larger than {count} MB. Divide it into several.":
    "El archivo pesa más de {count} MB. Divídelo en varios.",
  "The file is missing: give a url.": "Falta el archivo: da una dirección.",
  "The file is still being fetched.": "El archivo todavía se está descargando.",
  "The file is still being fetched: try again in a moment.":
    "El archivo todavía se está descargando: inténtalo en un momento.",
  "The file's address must begin with https://.": "La dirección del archivo tiene que empezar por https://.",
  "The file's bytes are not on this server any more.":
    "El contenido del archivo ya no está en este servidor.",
  "The flow can't be published: it has one problem.": "El flujo no se puede publicar: tiene un problema.",
  "The flow can't be published: it has {count} problems.":
    "El flujo no se puede publicar: tiene {count} problemas.",
  "The flow has a character that is no text (NUL or half an emoji). Remove it.":
    "El flujo tiene un carácter que no es texto (NUL o medio emoji). Quítalo.",
  "The flow is larger than 2 MB. Divide it into flows that call each other.":
    "El flujo supera los 2 MB. Divídelo en flujos que se llamen entre sí.",
  "The form's id is missing.": "Falta el id del formulario.",
  "The message was stored and not queued; see the webhook log.":
    "El mensaje se guardó pero no se puso en cola; mira el registro de webhooks.",
  "The owner's account exists already. Sign in instead.": "La cuenta del dueño ya existe. Entra con ella.",
  "The request could not be read.": "No se pudo leer la petición.",
  "The request is not valid.": "La petición no es válida.",
  "The role {role} can't make a key with the role {other}.":
    "El rol {role} no puede crear una clave con el rol {other}.",
  "The role {role} can't revoke a key with the role {other}.":
    "El rol {role} no puede revocar una clave con el rol {other}.",
  "The role {role} may not answer customers: choose somebody else.":
    "El rol {role} no puede responder a clientes: elige a otra persona.",
  "The role {role} may not do this.": "El rol {role} no puede hacer esto.",
  "The server answered {status} without saying why.": "El servidor respondió {status} sin decir por qué.",
  "The server can't be reached. Check that it runs and try again.":
    "No se puede contactar con el servidor. Comprueba que esté en marcha e inténtalo de nuevo.",
  "The server is starting or not reachable. Try again in a moment.":
    "El servidor está arrancando o no responde. Inténtalo en un momento.",
  "The table has headers and no rows.": "La tabla tiene encabezados y ninguna fila.",
  "The table has more than {count} columns. Take some out.":
    "La tabla tiene más de {count} columnas. Quita algunas.",
  "The table has more than {count} rows. Divide it into several files.":
    "La tabla tiene más de {count} filas. Divídela en varios archivos.",
  "The table has {count} columns: say what each of them is.":
    "La tabla tiene {count} columnas: di qué es cada una.",
  "The text is empty.": "El texto está vacío.",
  "There are no cards.": "No hay tarjetas.",
  "There are {count} canned replies. Remove one that nobody uses.":
    "Hay {count} respuestas guardadas. Quita una que nadie use.",
  "There are {count} segments already: remove one first.": "Ya hay {count} segmentos: quita uno antes.",
  "There are {count} views. Remove one that nobody uses.": "Hay {count} vistas. Quita una que nadie use.",
  "There is a canned reply /{shortcut} already.": "Ya hay una respuesta guardada /{shortcut}.",
  "There is a segment called {name} already.": "Ya hay un segmento llamado {name}.",
  "There is a team called {name} already.": "Ya hay un equipo llamado {name}.",
  "There is no product.": "No hay ningún producto.",
  "There is no such member in this workspace.": "No hay tal miembro en este espacio de trabajo.",
  "There is no such place: latitude goes from -90 to 90, longitude from -180 to 180.":
    "Ese lugar no existe: la latitud va de -90 a 90 y la longitud de -180 a 180.",
  "There is no such team in this workspace.": "No hay tal equipo en este espacio de trabajo.",
  "There is no such {what}.": "No existe o ya no está ({what}).",
  "There is nothing at this address.": "No hay nada en esta dirección.",
  "There is nothing to choose from.": "No hay nada que elegir.",
  "These contacts have more than {count} different fields: choose fewer of them.":
    "Estos contactos tienen más de {count} campos distintos: elige menos contactos.",
  "This could not be applied: {why}": "No se pudo aplicar: {why}",
  "This delivery still can't be applied.": "Esta entrega sigue sin poder aplicarse.",
  "This export is of version {version}; versions {first} to {last} can be imported.":
    "Esta exportación es de la versión {version}; se pueden importar las versiones {first} a {last}.",
  "This export is of version {version}; versions {first} to {last} can be imported. Open it in Typebot and export it again.":
    "Esta exportación es de la versión {version}; se pueden importar las versiones {first} a {last}. Ábrela en Typebot y expórtala de nuevo.",
  "This flow can't be read: {issue}": "Este flujo no se puede leer: {issue}",
  "This flow is not published. Publish it, then start it.":
    "Este flujo no está publicado. Publícalo y luego inícialo.",
  "This import was started before. Upload the file again for another one.":
    "Esta importación ya se inició. Sube el archivo otra vez para hacer otra.",
  "This is no file that can be imported. Choose a flow exported from Hilo ({format}), Typebot or RapidPro.":
    "Este archivo no se puede importar. Elige un flujo exportado de Hilo ({format}), Typebot o RapidPro.",
  "This is no pattern that can be read (RE2 syntax).": "No es un patrón que se pueda leer (sintaxis RE2).",
  "This is no RapidPro export: it has no list of flows. Use “Export” in RapidPro's menu of flows.":
    "No es una exportación de RapidPro: no tiene lista de flujos. Usa “Export” en el menú de flujos de RapidPro.",
  "This is no Typebot export: it has no groups. Export the bot as JSON in Typebot's menu.":
    "No es una exportación de Typebot: no tiene grupos. Exporta el bot como JSON en el menú de Typebot.",
  "This is not a flow that can be saved: {issue}": "Este flujo no se puede guardar: {issue}",
  "This merge was undone before.": "Esta unión ya se deshizo.",
  "This request came from another site.": "Esta petición vino de otro sitio.",
  "This set-up link is not valid. Take the newest one that the server printed.":
    "Este enlace de instalación no es válido. Usa el último que mostró el servidor.",
  "Time can be moved by a year at most.": "El tiempo se puede adelantar un año como máximo.",
  "Too many attempts. Wait a moment and try again.":
    "Demasiados intentos. Espera un momento e inténtalo de nuevo.",
  "Two choices are called “{title}”. Give each its own title.":
    "Dos opciones se llaman “{title}”. Ponle a cada una su propio título.",
  "Two choices have the same id.": "Dos opciones tienen el mismo id.",
  version: "versión",
  "Wait until the customer writes again.": "Espera a que el cliente vuelva a escribir.",
  "You are not signed in. Sign in again.": "Tu sesión no está abierta. Entra de nuevo.",
  "You may not do this.": "No tienes permiso para hacer esto.",
  "{name} is no member of this workspace.": "{name} no es miembro de este espacio de trabajo.",
};
