/** Portuguese for what the server refuses. */
import type { Catalogue } from "../t.ts";

export const api: Catalogue = {
  "A channel with this id is connected already.": "Já há um canal conectado com este id.",
  "A contact can't be merged with itself.": "Um contato não pode ser unido consigo mesmo.",
  "A value in the request is not valid.": "Um valor da requisição não é válido.",
  "Invalid email or password": "E-mail ou senha incorretos",
  "It is not there, or not any more.": "Não está aí, ou não está mais.",
  "It is too large.": "É grande demais.",
  "It was changed meanwhile, or there is one already. Load it again.":
    "Mudou nesse meio-tempo ou já existe. Carregue de novo.",
  "One of the contacts is not there any more.": "Um dos contatos não está mais aí.",
  "One of the contacts was merged before: undo that first.":
    "Um dos contatos já foi unido antes: desfaça isso primeiro.",
  "Read it again.": "Mudou nesse meio-tempo. Carregue de novo.",
  "Sign in, or send an API key as Authorization: Bearer.": "Sua sessão terminou. Entre de novo.",
  "Something in the request is not right.": "Algo na requisição não está certo.",
  "Something went wrong here. Try again; the log has the details.":
    "Algo deu errado no servidor. Tente de novo; o log tem os detalhes.",
  "Something went wrong on the server. Try again.": "Algo deu errado no servidor. Tente de novo.",
  "The address is not valid.": "O endereço não é válido.",
  "The database can't be reached. Try again in a moment.":
    "Não foi possível falar com o banco de dados. Tente de novo em um instante.",
  "The owner's account exists already. Sign in instead.": "A conta do dono já existe. Entre com ela.",
  "The role {role} may not do this.": "O papel {role} não pode fazer isso.",
  "The server answered {status} without saying why.": "O servidor respondeu {status} sem dizer por quê.",
  "The server can't be reached. Check that it runs and try again.":
    "Não foi possível falar com o servidor. Verifique se ele está rodando e tente de novo.",
  "The server is starting or not reachable. Try again in a moment.":
    "O servidor está iniciando ou não responde. Tente de novo em um instante.",
  "There is a team called {name} already.": "Já existe uma equipe chamada {name}.",
  "There is no such {what}.": "Não existe ou não está mais aí ({what}).",
  "There is nothing at this address.": "Não há nada neste endereço.",
  "This merge was undone before.": "Esta união já foi desfeita.",
  "This request came from another site.": "Esta requisição veio de outro site.",
  "Too many attempts. Wait a moment and try again.": "Tentativas demais. Espere um momento e tente de novo.",
  "You are not signed in. Sign in again.": "Você não está conectado. Entre de novo.",
  "You may not do this.": "Você não tem permissão para fazer isso.",
  "at least 10 characters": "ao menos 10 caracteres",
  "{name} is no member of this workspace.": "{name} não é membro deste espaço de trabalho.",
};
