/** Spanish for what the server refuses. */
import type { Catalogue } from "../t.ts";

export const api: Catalogue = {
  "A channel with this id is connected already.": "Ya hay un canal conectado con este id.",
  "A contact can't be merged with itself.": "Un contacto no se puede unir consigo mismo.",
  "A value in the request is not valid.": "Un valor de la petición no es válido.",
  "Invalid email or password": "Correo o contraseña incorrectos",
  "It is not there, or not any more.": "No está, o ya no está.",
  "It is too large.": "Es demasiado grande.",
  "It was changed meanwhile, or there is one already. Load it again.":
    "Cambió mientras tanto o ya existe. Cárgalo de nuevo.",
  "One of the contacts is not there any more.": "Uno de los contactos ya no está.",
  "One of the contacts was merged before: undo that first.":
    "Uno de los contactos ya se unió antes: deshaz eso primero.",
  "Read it again.": "Cambió mientras tanto. Cárgalo de nuevo.",
  "Sign in, or send an API key as Authorization: Bearer.": "Tu sesión terminó. Entra de nuevo.",
  "Something in the request is not right.": "Algo en la petición no está bien.",
  "Something went wrong here. Try again; the log has the details.":
    "Algo salió mal en el servidor. Inténtalo de nuevo; el registro tiene los detalles.",
  "Something went wrong on the server. Try again.": "Algo salió mal en el servidor. Inténtalo de nuevo.",
  "The address is not valid.": "La dirección no es válida.",
  "The database can't be reached. Try again in a moment.":
    "No se puede contactar con la base de datos. Inténtalo en un momento.",
  "The owner's account exists already. Sign in instead.": "La cuenta del dueño ya existe. Entra con ella.",
  "The role {role} may not do this.": "El rol {role} no puede hacer esto.",
  "The server answered {status} without saying why.": "El servidor respondió {status} sin decir por qué.",
  "The server can't be reached. Check that it runs and try again.":
    "No se puede contactar con el servidor. Comprueba que esté en marcha e inténtalo de nuevo.",
  "The server is starting or not reachable. Try again in a moment.":
    "El servidor está arrancando o no responde. Inténtalo en un momento.",
  "There is a team called {name} already.": "Ya hay un equipo llamado {name}.",
  "There is no such {what}.": "No existe o ya no está ({what}).",
  "There is nothing at this address.": "No hay nada en esta dirección.",
  "This merge was undone before.": "Esta unión ya se deshizo.",
  "This request came from another site.": "Esta petición vino de otro sitio.",
  "Too many attempts. Wait a moment and try again.":
    "Demasiados intentos. Espera un momento e inténtalo de nuevo.",
  "You are not signed in. Sign in again.": "Tu sesión no está abierta. Entra de nuevo.",
  "You may not do this.": "No tienes permiso para hacer esto.",
  "at least 10 characters": "al menos 10 caracteres",
  "{name} is no member of this workspace.": "{name} no es miembro de este espacio de trabajo.",
};
