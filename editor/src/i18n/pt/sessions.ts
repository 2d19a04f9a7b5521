/** Portuguese for the sessions. */
import type { Catalogue } from "../t.ts";

export const sessions: Catalogue = {
  "An agent took over": "Um atendente assumiu",
  "As soon as somebody writes a keyword, their session is here, step by step.":
    "Assim que alguém escrever uma palavra-chave, a sessão aparece aqui, passo a passo.",
  "At “{place}”": "Em “{place}”",
  "End the session": "Encerrar a sessão",
  "End this session?": "Encerrar esta sessão?",
  "Ended before its end": "Encerrada antes do fim",
  "Every flow": "Todos os fluxos",
  Flow: "Fluxo",
  "No flow has run yet": "Nenhum fluxo rodou ainda",
  "No session fits": "Nenhuma sessão corresponde",
  "Nothing is in this state now. It appears here by itself when it is.":
    "Nada está neste estado agora. Quando estiver, aparece aqui sozinho.",
  "One customer's walk through one flow. Paused ones wait for an answer, a timer or an agent.":
    "O percurso de um cliente por um fluxo. As que estão em pausa esperam uma resposta, um temporizador ou um atendente.",
  "Reached the end": "Chegou ao fim",
  "Stopped by a limit": "Parada por um limite",
  "Stopped by an error": "Parada por um erro",
  "The customer": "O cliente",
  "The customer opted out": "O cliente pediu para sair",
  "The customer stopped answering": "O cliente parou de responder",
  "The session was ended": "A sessão foi encerrada",
  "The session was not ended": "A sessão não foi encerrada",
  "The sessions": "as sessões",
  "{name} leaves “{flow}” where they stand, without a message. Their next keyword starts a new run.":
    "{name} deixa “{flow}” onde está, sem mensagem. A próxima palavra-chave inicia outra sessão.",
  Expired: "Expirada",
  Interrupted: "Interrompida",
  "Taken over": "Assumida",
};
