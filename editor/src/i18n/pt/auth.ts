/** Portuguese for the pages to sign in. */
import type { Catalogue } from "../t.ts";

export const auth: Catalogue = {
  "Almost there": "Quase lá",
  "At least {count} characters; a short sentence is fine.":
    "Pelo menos {count} caracteres; uma frase curta serve.",
  "Draw it, prove it, publish it, watch it.": "Desenhe, prove, publique, acompanhe.",
  "E-mail address": "E-mail",
  "Hilo runs, and waits for its owner.": "O Hilo está funcionando e espera o seu dono.",
  "I have an account now": "Já tenho uma conta",
  "In the terminal where Hilo was started there is a link that makes the owner's account. It looks like this:":
    "No terminal onde o Hilo foi iniciado há um link que cria a conta do dono. É assim:",
  "Make your account": "Crie sua conta",
  "Open that link here. It works once, so nobody else can take the place. Can't find it? Start Hilo again: as long as there is no owner, the link is printed at each start.":
    "Abra esse link aqui. Ele funciona uma vez, assim ninguém mais toma o lugar. Não encontrou? Inicie o Hilo de novo: enquanto não houver dono, o link aparece a cada início.",
  Password: "Senha",
  "Sign in": "Entrar",
  "Sign in to your flows and conversations.": "Entre em seus fluxos e conversas.",
  "Start with Hilo": "Começar com o Hilo",
  "The owner's account has been made. Sign in with it, or ask the owner to invite you.":
    "A conta do dono já existe. Entre com ela ou peça ao dono um convite.",
  "This link was used": "Este link já foi usado",
  "Welcome back": "Olá de novo",
  "You will be the owner of this Hilo. It stays on your own server.":
    "Você será o dono deste Hilo. Ele fica no seu próprio servidor.",
  "Your company or project. You can leave it empty.": "Sua empresa ou projeto. Pode deixar vazio.",
  "Your name": "Seu nome",
};
