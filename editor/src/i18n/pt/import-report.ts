/** Portuguese for what became of the elements of an imported file. */
import type { Catalogue } from "../t.ts";

export const importReport: Catalogue = {
  "A chat can't open a page by itself, so there is a button that does.":
    "Um chat não pode abrir uma página sozinho, então há um botão que abre.",
  "A chat on WhatsApp has the look of WhatsApp.": "Um chat do WhatsApp tem a aparência do WhatsApp.",
  "A closed ticket starts nothing: what follows a hand-back stands behind the “Hand-off” step.":
    "Um ticket fechado não inicia nada: o que segue a devolução fica depois do passo “Passar a uma pessoa”.",
  "A condition without comparisons was left out.": "Uma condição sem comparações ficou de fora.",
  "A conversation stays on its channel.": "Uma conversa fica no seu canal.",
  "A flow starts others for its own contact only: use a “Call flow” step.":
    "Um fluxo só inicia outros para o próprio contato: use um passo “Executar um fluxo”.",
  "A flow writes to its own contact only. Use a broadcast.":
    "Um fluxo só escreve para o próprio contato. Use uma transmissão.",
  "A group is a tag here, made when a step first puts it on somebody.":
    "Aqui um grupo é uma etiqueta, criada quando um passo a põe em alguém pela primeira vez.",
  "A page can't be embedded in a chat, so its address is sent.":
    "Em um chat não dá para incorporar uma página, então o endereço dela é enviado.",
  "A picture can't open an address in a chat; its link was {link}.":
    "Em um chat uma imagem não pode abrir um endereço; seu link era {link}.",
  "A player can't be shown in a chat, so the address of the video is sent.":
    "Em um chat não dá para mostrar um player, então o endereço do vídeo é enviado.",
  "A split has ten ways at most; the others were left out.":
    "Uma divisão tem no máximo dez caminhos; os outros ficaram de fora.",
  "A ticket is a conversation taken by a person here; the flow goes on when it is handed back.":
    "Aqui um ticket é uma conversa assumida por uma pessoa; o fluxo segue quando ela a devolve.",
  "Addresses of a contact come from its channels.": "Os endereços de um contato vêm dos seus canais.",
  "Airtime is not transferred.": "Não se transfere saldo.",
  "Answers are not filled in from an address.": "As respostas não são preenchidas a partir de um endereço.",
  "Ask with buttons, and put an “Opt in” step behind the yes.":
    "Pergunte com botões e ponha um passo “Adesão” depois do sim.",
  "Calls are not supported.": "Chamadas não são suportadas.",
  "Calls are not supported: it is a flow of messages here.":
    "Chamadas não são suportadas: aqui é um fluxo de mensagens.",
  "Cards became the rows of a list, without their pictures.":
    "Os cartões viraram as linhas de uma lista, sem suas imagens.",
  "Choose the model, and the secret with your key, in the step.":
    "Escolha no passo o modelo e o segredo com a sua chave.",
  "Choose the secret with your key in the step, and check the address and the model.":
    "Escolha no passo o segredo com a sua chave, e confira o endereço e o modelo.",
  "Choose the template again in the step: its language and buttons are not in the file.":
    "Escolha de novo o modelo no passo: seu idioma e seus botões não estão no arquivo.",
  "Copies go to the same list as the e-mail.": "As cópias vão para a mesma lista do e-mail.",
  "Excluded groups were left out.": "Os grupos excluídos ficaram de fora.",
  "Give the flow a keyword.": "Dê uma palavra-chave ao fluxo.",
  "Google Sheets is not connected. Use an “HTTP request” step to a script of the sheet.":
    "O Google Sheets não está conectado. Use um passo “Requisição HTTP” para um script da planilha.",
  "Groups that fill themselves by a query have no counterpart. Use conditions.":
    "Grupos que se preenchem sozinhos por uma consulta não têm equivalente. Use condições.",
  "Instead of Chatwoot, a person of your team takes over here.":
    "Em vez do Chatwoot, aqui uma pessoa da sua equipe assume.",
  "It asked for a time too; ask for it in a step of its own.":
    "Pedia também um horário; peça-o em um passo à parte.",
  "It asked for all of “{words}”; here the first two are enough.":
    "Pedia todas as palavras de “{words}”; aqui bastam as duas primeiras.",
  "It asked for two dates; here it asks for one.": "Pedia duas datas; aqui pede uma.",
  "It can't be read.": "Não dá para ler.",
  "It had no words of its own, so it asks “{text}”. Write the question.":
    "Não tinha texto próprio, então pergunta “{text}”. Escreva a pergunta.",
  "It has JavaScript in it, which is never run here. Do the same with a “Set” step, or with a request to your own server.":
    "Contém JavaScript, que aqui nunca é executado. Faça o mesmo com um passo “Definir valor” ou com uma requisição ao seu próprio servidor.",
  "It has a key or token in its headers. Keep it as a secret and choose that in the step.":
    "Tem uma chave ou um token nos cabeçalhos. Guarde como segredo e escolha-o no passo.",
  "It has no nodes.": "Não tem nós.",
  "It has no web address to open.": "Não tem endereço web para abrir.",
  "It has no web address. Upload the file and put it into a “Media” step.":
    "Não tem endereço web. Envie o arquivo e ponha-o em um passo “Mídia”.",
  "It is called “{name}” here.": "Aqui se chama “{name}”.",
  "It is looked for anywhere in the text.": "É procurado em qualquer parte do texto.",
  "It is of a version before 13. Open it once in RapidPro's editor, which brings it up to date, and export it again.":
    "É de uma versão anterior à 13. Abra-o uma vez no editor do RapidPro, que o atualiza, e exporte de novo.",
  "It is of version {version}; versions 13 and 14 can be imported.":
    "É da versão {version}; podem ser importadas as versões 13 e 14.",
  "It jumps to a group that is not in the file.": "Salta para um grupo que não está no arquivo.",
  "It leads to a group that is not in the file.": "Leva a um grupo que não está no arquivo.",
  "It names no Typebot.": "Não nomeia nenhum Typebot.",
  "It names no flow.": "Não nomeia nenhum fluxo.",
  "It names no group.": "Não nomeia nenhum grupo.",
  "It names no label.": "Não nomeia nenhum rótulo.",
  "It names no language, so it is English. Correct that in the flow's translations.":
    "Não nomeia nenhum idioma, então é inglês. Corrija isso nas traduções do fluxo.",
  "It ran the Typebot {flow}. Import that one too and choose it in this step.":
    "Executava o Typebot {flow}. Importe-o também e escolha-o neste passo.",
  "It sent all answers by itself. Write in the body what is to be sent.":
    "Enviava todas as respostas por conta própria. Escreva no corpo o que deve ser enviado.",
  "It sent all answers by itself. Write in the text what is to be told.":
    "Enviava todas as respostas por conta própria. Escreva no texto o que deve ser dito.",
  "It sent contact and results by themselves. Write in the body what is to be sent.":
    "Enviava o contato e os resultados por conta própria. Escreva no corpo o que deve ser enviado.",
  "It sets no variable.": "Não define nenhuma variável.",
  "It stands above the flow.": "Fica acima do fluxo.",
  "It starts on every channel. Choose the channel in the trigger.":
    "Começa em todos os canais. Escolha o canal no gatilho.",
  "It took several files; here it takes one message with a file.":
    "Aceitava vários arquivos; aqui aceita uma mensagem com um arquivo.",
  "Its HTML is sent as plain text.": "Seu HTML é enviado como texto simples.",
  "Its address is another one: each conversation has its own, {code}.":
    "Seu endereço é outro: cada conversa tem o seu, {code}.",
  "Its length is no number. Put in a “Wait” step with a length of its own.":
    "Sua duração não é um número. Ponha um passo “Esperar” com a própria duração.",
  "Its options come from a variable, which buttons can't do here: it asks for a text.":
    "Suas opções vêm de uma variável, o que aqui os botões não podem: pede um texto.",
  "Its pictures are left out: buttons have no pictures in a chat.":
    "Suas imagens ficam de fora: em um chat os botões não têm imagens.",
  "Its quick replies were left out: nothing waits for an answer behind it.":
    "Suas respostas rápidas ficaram de fora: nada depois espera uma resposta.",
  "Its start on WhatsApp became 1 keyword.": "Seu início no WhatsApp virou 1 palavra-chave.",
  "Its start on WhatsApp became {count} keywords.": "Seu início no WhatsApp virou {count} palavras-chave.",
  "Its text is too long for buttons, so it is a message of its own.":
    "Seu texto é longo demais para botões, então é uma mensagem à parte.",
  "Its times are not in the file. Give the flow a schedule.":
    "Seus horários não estão no arquivo. Dê um agendamento ao fluxo.",
  "Messages have no labels here, so the contact is tagged.":
    "Aqui as mensagens não têm rótulos, então o contato recebe a etiqueta.",
  "Missed calls start nothing.": "Chamadas perdidas não iniciam nada.",
  "No condition in it can be tested here.": "Aqui nenhuma das suas condições pode ser testada.",
  "No message comes before this wait, so it asks “{text}”. Write the question.":
    "Nenhuma mensagem vem antes desta espera, então ela pergunta “{text}”. Escreva a pergunta.",
  "None of its actions could be carried over.": "Nenhuma das suas ações pôde ser mantida.",
  "None of its events could be carried over.": "Nenhum dos seus eventos pôde ser mantido.",
  "Nothing in Hilo corresponds to it.": "Nada no Hilo corresponde a isso.",
  "Nothing of it could be carried over.": "Nada dele pôde ser mantido.",
  "Of the outcomes of {action}, the first and “all others” were kept.":
    "Dos resultados de {action}, ficaram o primeiro e “todos os outros”.",
  "One-time codes are not checked here. Do it with requests to your own server.":
    "Aqui não se verificam códigos de uso único. Faça isso com requisições ao seu próprio servidor.",
  "Only flows that start days or weeks from a contact's date have a counterpart. Use a broadcast, or a “Wait” step.":
    "Só têm equivalente os fluxos que começam dias ou semanas antes ou depois de uma data do contato. Use uma transmissão ou um passo “Esperar”.",
  "Only the first {most} options fit; {count} were left out.":
    "Só cabem as primeiras {most} opções; {count} ficaram de fora.",
  "Options without words were left out.": "As opções sem texto ficaram de fora.",
  "Payments are not taken in the chat. Send a link to a payment page.":
    "No chat não se recebem pagamentos. Envie um link para uma página de pagamento.",
  "Several could be chosen; here one is.": "Podiam ser escolhidas várias; aqui se escolhe uma.",
  "Some options were shown under a condition; here all are shown.":
    "Algumas opções apareciam sob uma condição; aqui todas aparecem.",
  "The attachment {attachment} has no web address and was left out.":
    "O anexo {attachment} não tem endereço web e ficou de fora.",
  "The bubble is empty.": "O balão está vazio.",
  "The classifier is not connected. Use an “AI classify” step.":
    "O classificador não está conectado. Use um passo “Classificação de IA”.",
  "The comparison “{operator}” without a variable or operator was left out.":
    "A comparação “{operator}”, sem variável ou operador, ficou de fora.",
  "The e-mail has no address.": "O e-mail não tem endereço.",
  "The e-mail has no recipient.": "O e-mail não tem destinatário.",
  "The event has no fixed name.": "O evento não tem um nome fixo.",
  "The event is counted here, no longer at Google Analytics.":
    "O evento é contado aqui, não mais no Google Analytics.",
  "The flow that it starts is not in the file.": "O fluxo que ele inicia não está no arquivo.",
  "The message is empty.": "A mensagem está vazia.",
  "The message is kept in Glific, not in the file. Make it with a “Buttons” or “List” step.":
    "A mensagem está no Glific, não no arquivo. Faça-a com um passo “Botões” ou “Lista”.",
  "The part “{path}” of the answer is computed by JavaScript and is not kept.":
    "A parte “{path}” da resposta é calculada com JavaScript e não é mantida.",
  "The pattern {pattern} can't be used here (no look-arounds or back references) and was left out.":
    "O padrão {pattern} não pode ser usado aqui (sem buscas ao redor nem referências para trás) e ficou de fora.",
  "The place has no coordinates.": "O lugar não tem coordenadas.",
  "The request has no web address.": "A requisição não tem endereço web.",
  "The test {test} can't be made here and was left out.":
    "O teste {test} não pode ser feito aqui e ficou de fora.",
  "There are no resthooks. Use an “HTTP request” step.": "Não há resthooks. Use um passo “Requisição HTTP”.",
  "There is no browser in a chat that a pixel could be in.":
    "Em um chat não há navegador onde um pixel possa estar.",
  "There is no counterpart of the action “{type}”.": "A ação “{type}” não tem equivalente.",
  "There is no counterpart of the block “{type}”.": "O bloco “{type}” não tem equivalente.",
  "There is no step that takes all tags off. Name them in a “Tag” step.":
    "Não há um passo que tire todas as etiquetas. Nomeie-as em um passo “Etiqueta”.",
  "There is no variable “{name}”; its place is empty.": "Não há variável “{name}”; o lugar dela fica vazio.",
  "There is no way back from a jump. Use a “Call flow” step, which comes back.":
    "De um salto não se volta. Use um passo “Executar um fluxo”, que volta.",
  "There is no {method} here; it is a GET.": "Aqui não há {method}; é um GET.",
  "Titles of options were shortened or told apart to fit WhatsApp.":
    "Títulos de opções foram encurtados ou diferenciados para caber no WhatsApp.",
  "Triggers of type “{type}” have no counterpart.": "Gatilhos do tipo “{type}” não têm equivalente.",
  "Typing delays, metadata and sharing have no counterpart.":
    "As pausas de digitação, os metadados e o compartilhamento não têm equivalente.",
  "Use a “For each” step.": "Use um passo “Para cada item”.",
  action: "ação",
  block: "bloco",
  campaign: "campanha",
  "campaign event": "evento de campanha",
  edge: "conexão",
  event: "evento",
  group: "grupo",
  language: "idioma",
  node: "nó",
  router: "roteador",
  settings: "ajustes",
  step: "passo",
  sticky: "nota",
  theme: "aparência",
  "{count} of its texts belong to nothing that was carried over, to attachments or to tests of answers.":
    "{count} dos seus textos são de partes que não foram mantidas, de anexos ou de testes de respostas.",
  "{count} of its {all} events became triggers of their flows.":
    "{count} dos seus {all} eventos viraram gatilhos dos seus fluxos.",
  "{expression} has no counterpart and stands there as it was. Replace it.":
    "{expression} não tem equivalente e ficou como estava. Troque.",
  "“Active” is an opt-in here.": "“Active” é aqui uma adesão.",
  "“{code}” is no language.": "“{code}” não é um idioma.",
  "“{status}” is an opt-out here.": "“{status}” é aqui um descadastro.",
  "“{type}” has no counterpart in a “Set” step.": "“{type}” não tem equivalente em um passo “Definir valor”.",
  "“{type}” has no counterpart. A keyword of the flow may do the same.":
    "“{type}” não tem equivalente. Uma palavra-chave do fluxo pode fazer o mesmo.",
  "“{type}” has no counterpart. An “AI reply” step may do it.":
    "“{type}” não tem equivalente. Um passo “Resposta de IA” pode fazer isso.",
};
