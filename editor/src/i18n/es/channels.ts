/** Spanish for the channels. */
import type { Catalogue } from "../t.ts";

export const channels: Catalogue = {
  "0: when the conversation is handed back.": "0: cuando se devuelve la conversación.",
  "20, shared with the app": "20, compartido con la app",
  "A Facebook page: what people write to it in Messenger, its comments and its lead forms.":
    "Una página de Facebook: lo que le escriben por Messenger, sus comentarios y sus formularios de clientes potenciales.",
  "A number of WhatsApp's Cloud API. One that people use in the app on a phone can't be taken as it is.":
    "Un número de la API de la nube de WhatsApp. Uno que se usa en la app de un teléfono no sirve tal cual.",
  "A phone inside Hilo, for trying": "Un teléfono dentro de Hilo, para probar",
  "A professional Instagram account: its messages, comments and stories.":
    "Una cuenta profesional de Instagram: sus mensajes, comentarios e historias.",
  "Access token": "Token de acceso",
  "Addresses that your app at Meta has to know": "Direcciones que tu app de Meta debe conocer",
  "All numbers": "Todos los números",
  "All of this is in Meta's developer console, under your app. Keys are stored encrypted and never shown again.":
    "Todo esto está en la consola de desarrolladores de Meta, en tu app. Las claves se guardan cifradas y no se vuelven a mostrar.",
  "An account that is linked to a Facebook page can be had at Meta, too.":
    "Una cuenta vinculada a una página de Facebook también se puede conectar desde Meta.",
  "Any words that only you and Meta know; you will paste them into Meta's webhook form next.":
    "Unas palabras que solo conocen tú y Meta; después las pegarás en el formulario de webhooks de Meta.",
  "App secret": "Clave secreta de la app",
  "App settings → Basic.": "Configuración de la app → Básica.",
  "App settings → Basic. With it Hilo knows that a webhook really comes from Meta. Empty: the server's own is used.":
    "Configuración de la app → Básica. Con ella Hilo sabe que un webhook viene de verdad de Meta. Vacío: se usa la del servidor.",
  Approved: "Aprobada",
  "Ask Meta": "Preguntar a Meta",
  "Ask Meta for them, or write the first one in WhatsApp Manager.":
    "Pídelas a Meta o escribe la primera en el administrador de WhatsApp.",
  "Asking Meta whether the token fits…": "Preguntando a Meta si el token sirve…",
  Authentication: "Autenticación",
  "Callback URL": "URL de devolución de llamada",
  "Can be sent now": "Se pueden enviar ahora",
  Check: "Comprobar",
  "Connect a WhatsApp number, a page or an Instagram account, or open a flow and write to it in the simulator, which makes its own channel.":
    "Conecta un número de WhatsApp, una página o una cuenta de Instagram, o abre un flujo y escríbele en el simulador, que crea su propio canal.",
  "Connect a channel": "Conectar un canal",
  "Connect again": "Conectar de nuevo",
  "Connect the account": "Conectar la cuenta",
  "Connect the number": "Conectar el número",
  "Connect the page": "Conectar la página",
  "Connect {count}": "Conectar {count}",
  "Customers see": "Los clientes ven",
  "Data deletion request URL": "URL de solicitud de eliminación de datos",
  "Deauthorize callback URL": "URL de desautorización",
  "Digits only": "Solo dígitos",
  Disabled: "Desactivada",
  "Disconnect this channel?": "¿Desconectar este canal?",
  Disconnected: "Desconectado",
  "Disconnect…": "Desconectar…",
  "Empty fields keep what is stored.": "Los campos vacíos conservan lo guardado.",
  "Empty: as the platform allows.": "Vacío: lo que permita la plataforma.",
  "Empty: no such limit.": "Vacío: sin ese límite.",
  "Ends in {count} days": "Caduca en {count} días",
  "Ends today": "Caduca hoy",
  "Ends tomorrow": "Caduca mañana",
  "Facebook Login → Settings.": "Inicio de sesión con Facebook → Configuración.",
  "First messages a day": "Primeros mensajes al día",
  "Found by itself when the token may see it; templates and news of the account go by it.":
    "Se encuentra solo cuando el token puede verlo; las plantillas y novedades de la cuenta van por él.",
  "Has ended": "Caducado",
  High: "Alta",
  "Hilo forgets the keys of “{name}” and answers nobody on it any more. The conversations stay.":
    "Hilo olvida las claves de “{name}” y ya no responde a nadie por ahí. Las conversaciones se quedan.",
  "Hilo forgets the token of “{name}” and takes its webhooks back at Meta. Conversations and settings stay, and it can be connected again.":
    "Hilo olvida el token de “{name}” y retira sus webhooks en Meta. Las conversaciones y los ajustes se quedan, y se puede conectar de nuevo.",
  "How {name} looks": "Así se ve {name}",
  "Human agent": "Agente humano",
  "In Meta's console open {menu} and edit the webhook.":
    "En la consola de Meta abre {menu} y edita el webhook.",
  "In review": "En revisión",
  "In review again": "En revisión de nuevo",
  "Instagram account id": "Id de la cuenta de Instagram",
  "It does not work": "No funciona",
  "It goes on after so many minutes": "Sigue después de estos minutos",
  "It works": "Funciona",
  "Last webhook {when}": "Último webhook {when}",
  Low: "Baja",
  Medium: "Media",
  "Mend it": "Arreglarlo",
  "Messages a second": "Mensajes por segundo",
  "Messages an hour": "Mensajes por hora",
  "Messages older than so many minutes get no automatic answer":
    "Los mensajes de hace más de estos minutos no reciben respuesta automática",
  "Meta calls public https addresses only: set PUBLIC_URL to the one this server has.":
    "Meta solo llama a direcciones https públicas: pon en PUBLIC_URL la de este servidor.",
  "Meta can't be asked": "No se puede preguntar a Meta",
  "Meta did not accept the sign-in. Check the app's id and secret in the server's settings, and the redirect address in the app.":
    "Meta no aceptó el inicio de sesión. Revisa el id y el secreto de la app en los ajustes del servidor, y la dirección de redirección en la app.",
  "Meta has granted it: people may answer by hand for seven days.":
    "Meta lo concedió: las personas pueden responder a mano durante siete días.",
  "Meta has {count} templates": "Meta tiene {count} plantillas",
  "Meta was asked {when}.": "Se preguntó a Meta {when}.",
  "Meta was told no, so nothing was connected. Start again and leave all boxes ticked.":
    "Se le dijo que no a Meta, así que no se conectó nada. Empieza de nuevo y deja todas las casillas marcadas.",
  "Name or words": "Nombre o palabras",
  "Needs a new token": "Necesita un token nuevo",
  "New keys for “{name}”": "Nuevas claves para “{name}”",
  "New token…": "Nuevo token…",
  "No WhatsApp number yet": "Aún no hay número de WhatsApp",
  "No channel yet": "Aún no hay canales",
  "No limit": "Sin límite",
  "No such template": "No existe esa plantilla",
  "No webhook has come yet": "Aún no ha llegado ningún webhook",
  "Not sent here": "No se envían aquí",
  "Not set here: {what}. The server's own settings are used instead, if it has them.":
    "Sin configurar aquí: {what}. En su lugar se usan los ajustes del servidor, si los tiene.",
  "Not the user name: the number under Instagram → API setup.":
    "No es el nombre de usuario: es el número en Instagram → Configuración de la API.",
  "Nothing here has these words.": "Nada aquí tiene esas palabras.",
  "Of a system user, with whatsapp_business_messaging and whatsapp_business_management. The temporary one of API Setup ends after a day.":
    "De un usuario del sistema, con whatsapp_business_messaging y whatsapp_business_management. El temporal de la configuración de la API caduca en un día.",
  "Of each product of the app.": "De cada producto de la app.",
  "Of the account itself (it begins with IG), or of the linked page, with instagram_manage_messages and instagram_basic.":
    "De la propia cuenta (empieza por IG) o de la página vinculada, con instagram_manage_messages e instagram_basic.",
  "Of the page, with pages_messaging and pages_manage_metadata: Messenger → Settings → Generate token.":
    "De la página, con pages_messaging y pages_manage_metadata: Messenger → Configuración → Generar token.",
  "On the page: About → Page transparency.": "En la página: Información → Transparencia de la página.",
  "On the phone, in the platform's own inbox, or by another app.":
    "En el teléfono, en la bandeja de la plataforma o desde otra app.",
  "One message waits and goes out as soon as there is one.": "Un mensaje espera y saldrá en cuanto lo haya.",
  "One message waits for this channel.": "Un mensaje espera a este canal.",
  "One thing is left, so that what customers write reaches Hilo.":
    "Falta una cosa para que lo que escriben los clientes llegue a Hilo.",
  "Page id": "Id de la página",
  "Paste a token instead": "Pegar un token en su lugar",
  "Paste these two, then press “Verify and save”.": "Pega estos dos y pulsa “Verificar y guardar”.",
  Pause: "Pausar",
  "Phone number id": "Id del número de teléfono",
  Platform: "Plataforma",
  Quality: "Calidad",
  Rejected: "Rechazada",
  "Remove the channel": "Quitar el canal",
  "Remove this channel?": "¿Quitar este canal?",
  "Search templates": "Buscar plantillas",
  "Sent here": "Se envían aquí",
  "Settings of “{name}”": "Ajustes de “{name}”",
  "Settings…": "Ajustes…",
  Shop: "Tienda",
  "Sign in at Instagram": "Iniciar sesión en Instagram",
  "Sign in at Meta": "Iniciar sesión en Meta",
  "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Without them, paste a token.":
    "Iniciar sesión en Meta requiere META_APP_ID y META_APP_SECRET en los ajustes del servidor. Sin ellos, pega un token.",
  Templates: "Plantillas",
  "Templates come with a number: connect one first.":
    "Las plantillas vienen con un número: conecta uno primero.",
  "The bot stops when a person answers elsewhere":
    "El bot se detiene cuando una persona responde en otro lugar",
  "The channel was not changed": "No se cambió el canal",
  "The channel was not checked": "No se comprobó el canal",
  "The channel was not disconnected": "No se desconectó el canal",
  "The channel was not removed": "No se quitó el canal",
  "The channels": "los canales",
  "The keys of “{name}” were changed": "Se cambiaron las claves de “{name}”",
  "The only messages that may go out more than 24 hours after a customer's last one. They are written and approved in {place}.":
    "Los únicos mensajes que pueden salir más de 24 horas después del último del cliente. Se escriben y aprueban en {place}.",
  "The templates": "las plantillas",
  "They came late: people see them, flows do not.": "Llegaron tarde: las personas los ven, los flujos no.",
  "This account is connected elsewhere already.": "Esta cuenta ya está conectada en otro lugar.",
  "This sign-in took too long or was begun in another browser. Start again.":
    "Este inicio de sesión tardó demasiado o empezó en otro navegador. Empieza de nuevo.",
  "To the channels": "A los canales",
  Token: "Token",
  "Under “Webhook fields” subscribe to {fields}.": "En “Campos de webhook” suscríbete a {fields}.",
  Utility: "Utilidad",
  "Valid OAuth redirect URI": "URI de redirección de OAuth válido",
  "Verify token": "Token de verificación",
  "Webhook address for Meta": "Dirección del webhook para Meta",
  "Webhook callback URL": "URL de devolución del webhook",
  Webhooks: "Webhooks",
  "What should Hilo answer on?": "¿Por dónde debe responder Hilo?",
  "What you call it.": "Cómo lo llamas tú.",
  "WhatsApp Business Account id": "Id de la cuenta de WhatsApp Business",
  "WhatsApp → API Setup, under “From”. A long number, not the phone number itself.":
    "WhatsApp → Configuración de la API, en “De”. Un número largo, no el número de teléfono en sí.",
  "Where customers write. The simulator is a channel too: the same road, without Meta.":
    "Donde escriben los clientes. El simulador también es un canal: el mismo camino, sin Meta.",
  "You are looking at Hilo without https. Meta reaches it only at a public https address: put that in place of this one.":
    "Estás viendo Hilo sin https. Meta solo llega a una dirección https pública: ponla en lugar de esta.",
  "You sign in at Instagram and say what Hilo may use. The account is connected when you come back; it needs no Facebook page.":
    "Inicias sesión en Instagram y dices qué puede usar Hilo. La cuenta queda conectada cuando vuelves; no necesita página de Facebook.",
  "You sign in at Meta and say what Hilo may use. Then you choose here. Leave all boxes of Meta's dialog ticked: each is needed.":
    "Inicias sesión en Meta y dices qué puede usar Hilo. Después eliges aquí. Deja marcadas todas las casillas del diálogo de Meta: todas hacen falta.",
  "connected already: gets a new token": "ya conectado: recibe un token nuevo",
  "quality high": "calidad alta",
  "quality low": "calidad baja",
  "quality medium": "calidad media",
  "the app secret (webhooks can't be verified by this channel's own)":
    "la clave secreta de la app (los webhooks no se pueden verificar con la de este canal)",
  "the verify token": "el token de verificación",
  "{count} messages wait and go out as soon as there is one.":
    "{count} mensajes esperan y saldrán en cuanto lo haya.",
  "{count} messages wait for this channel.": "{count} mensajes esperan a este canal.",
  "{names} can't send: Meta wants a new token.": "Sin envíos por {names}: Meta pide un token nuevo.",
  "{name} is connected, and its webhooks come here.": "{name} está conectado y sus webhooks llegan aquí.",
  "{name} may connect these.": "{name} puede conectar estos.",
  "“{name}” was changed": "Se cambió “{name}”",
  "“{name}” was removed": "Se quitó “{name}”",
};
