/** Portuguese for the list of flows. */
import type { Catalogue } from "../t.ts";

export const flows: Catalogue = {
  "A flow is a conversation you draw. Customers start it by writing one of its keywords.":
    "Um fluxo é uma conversa que você desenha. Os clientes a iniciam escrevendo uma de suas palavras-chave.",
  "Any WhatsApp number": "Qualquer número do WhatsApp",
  "As for somebody new whose tags and language are not known, while no conversation is under way. Only published flows count.":
    "Como para alguém novo, de quem não se conhecem etiquetas nem idioma, sem conversa em andamento. Só contam os fluxos publicados.",
  "Delete the flow": "Excluir o fluxo",
  "Delete this flow?": "Excluir este fluxo?",
  "Delete…": "Excluir…",
  Draft: "Rascunho",
  "Draw your first conversation": "Desenhe sua primeira conversa",
  "Fits, but not now": "Serve, mas não agora",
  "Greet the customer, offer buttons, ask a question, branch on the answer. Try it in the simulator before anybody else sees it.":
    "Cumprimente o cliente, ofereça botões, faça uma pergunta, siga conforme a resposta. Teste no simulador antes que alguém veja.",
  Keywords: "Palavras-chave",
  "More for {name}": "Mais para {name}",
  "New flow": "Novo fluxo",
  "Next in line": "Os próximos",
  "No flow answers this.": "Nenhum fluxo responde a isto.",
  "No keywords yet": "Ainda sem palavras-chave",
  "On the channel": "No canal",
  Starts: "Começa",
  "The flows": "Os fluxos",
  "Version {number} published": "Versão {number} publicada",
  "Version {number}, changes not published": "Versão {number}, mudanças não publicadas",
  "When a customer writes": "Quando um cliente escreve",
  "Who answers?": "Quem responde?",
  "Would start otherwise": "Começaria se não",
  "“{name}” was deleted": "“{name}” foi excluído",
};
