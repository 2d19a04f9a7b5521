/** Spanish for the pages to sign in. */
import type { Catalogue } from "../t.ts";

export const auth: Catalogue = {
  "Almost there": "Ya casi",
  "At least {count} characters; a short sentence is fine.":
    "Al menos {count} caracteres; vale una frase corta.",
  "Draw it, prove it, publish it, watch it.": "Dibújala, pruébala, publícala, mírala.",
  "E-mail address": "Correo electrónico",
  "Hilo runs, and waits for its owner.": "Hilo está en marcha y espera a su dueño.",
  "I have an account now": "Ya tengo una cuenta",
  "In the terminal where Hilo was started there is a link that makes the owner's account. It looks like this:":
    "En la terminal donde se inició Hilo hay un enlace que crea la cuenta del dueño. Es así:",
  "Make your account": "Crea tu cuenta",
  "Open that link here. It works once, so nobody else can take the place. Can't find it? Start Hilo again: as long as there is no owner, the link is printed at each start.":
    "Abre aquí ese enlace. Sirve una sola vez, así nadie más puede ocupar el lugar. ¿No lo encuentras? Inicia Hilo de nuevo: mientras no haya dueño, el enlace se muestra en cada inicio.",
  Password: "Contraseña",
  "Sign in": "Entrar",
  "Sign in to your flows and conversations.": "Entra a tus flujos y conversaciones.",
  "Start with Hilo": "Empezar con Hilo",
  "The owner's account has been made. Sign in with it, or ask the owner to invite you.":
    "La cuenta del dueño ya existe. Entra con ella o pide al dueño que te invite.",
  "This link was used": "Este enlace ya se usó",
  "Welcome back": "Hola de nuevo",
  "You will be the owner of this Hilo. It stays on your own server.":
    "Serás el dueño de este Hilo. Se queda en tu propio servidor.",
  "Your company or project. You can leave it empty.": "Tu empresa o proyecto. Puedes dejarlo vacío.",
  "Your name": "Tu nombre",
};
