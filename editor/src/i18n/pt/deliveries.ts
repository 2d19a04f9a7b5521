/** Portuguese for what platforms answer, and for what comes of sends, channels and webhooks. */
import type { Catalogue } from "../t.ts";

export const deliveries: Catalogue = {
  "A number can't write to itself.": "Um número não pode escrever para si mesmo.",
  "Add or repair the payment method in WhatsApp Manager.":
    "Adicione ou corrija a forma de pagamento no Gerenciador do WhatsApp.",
  "Add the number to the allowed recipients in the app's WhatsApp settings, or use a production number.":
    "Adicione o número aos destinatários permitidos nos ajustes de WhatsApp do app ou use um número de produção.",
  "Ask the customer, or send it again by hand.": "Pergunte ao cliente ou envie de novo à mão.",
  "Check that the file's address is public and that its type and size are allowed.":
    "Verifique se o endereço do arquivo é público e se o tipo e o tamanho são permitidos.",
  "Compare the template's name, language and variables with the approved version.":
    "Compare o nome, o idioma e as variáveis do modelo com a versão aprovada.",
  "Connect it again to go on; messages wait until then.":
    "Conecte-o de novo para continuar; as mensagens esperam até lá.",
  "Connect it again, so that held messages go out.": "Conecte-o de novo para que as mensagens retidas saiam.",
  "Connect the channel again: somebody has to give Hilo access to the page or account with all permissions that are asked for.":
    "Conecte o canal de novo: alguém precisa dar ao Hilo acesso à página ou conta com todas as permissões pedidas.",
  "Connect the channel again with a valid access token that has the whatsapp_business_messaging permission.":
    "Conecte o canal de novo com um token de acesso válido que tenha a permissão whatsapp_business_messaging.",
  "Connect the channel again.": "Conecte o canal de novo.",
  "Disconnected by a person.": "Uma pessoa o desconectou.",
  "Enter the access token again on the channel's page.":
    "Informe o token de acesso de novo na página do canal.",
  "Hilo could not keep this lead; see the log.": "O Hilo não conseguiu guardar este lead; veja o log.",
  "Hilo made a mistake while sending.": "O Hilo cometeu um erro ao enviar.",
  "If it goes on, check this machine's connection and GRAPH_API_URL.":
    "Se continuar, verifique a conexão desta máquina e GRAPH_API_URL.",
  "Instagram told this person's name and no id: nothing can be sent to them until they write.":
    "O Instagram informou o nome desta pessoa, mas não o id: nada pode ser enviado a ela até que escreva.",
  "It comes back by itself, or after an edit.": "Ele volta sozinho ou depois de uma edição.",
  "It has {parts}, which flows can't fill in: send it by the API with its components, or choose another one.":
    "Tem partes que os fluxos não podem preencher ({parts}): envie-o pela API com seus componentes ou escolha outro.",
  "It is archived at Meta: bring it back in WhatsApp Manager.":
    "Está arquivado na Meta: recupere-o no Gerenciador do WhatsApp.",
  "It is being deleted at Meta: choose another one.": "Está sendo excluído na Meta: escolha outro.",
  "It is not sent again by itself; the delivery status settles it when it comes.":
    "Não é enviada de novo sozinha; o status de entrega esclarece quando chegar.",
  "It was deleted at Meta: choose another one.": "Foi excluído na Meta: escolha outro.",
  "Its webhooks could not be subscribed: customers' messages may not come.":
    "Não foi possível assinar seus webhooks: as mensagens dos clientes podem não chegar.",
  "Look into WhatsApp Manager: Meta says there what happened and how to appeal.":
    "Veja no Gerenciador do WhatsApp: lá a Meta diz o que aconteceu e como recorrer.",
  "Look into WhatsApp Manager: Meta says there what the account needs.":
    "Veja no Gerenciador do WhatsApp: lá a Meta diz do que a conta precisa.",
  "Look into the page's quality in Meta Business Suite: it says what happened and until when.":
    "Veja a qualidade da página no Meta Business Suite: lá diz o que aconteceu e até quando.",
  "Meta did not list the WhatsApp numbers: {why}": "A Meta não mostrou os números do WhatsApp: {why}",
  "Meta did not list the pages: {why}": "A Meta não mostrou as páginas: {why}",
  "Meta disabled it for good: write a new one in WhatsApp Manager.":
    "A Meta o desativou definitivamente: escreva um novo no Gerenciador do WhatsApp.",
  "Meta does not say which WhatsApp Business Account the number belongs to: the token needs the permission whatsapp_business_management, or write the account's id into the channel's settings.":
    "A Meta não diz a qual conta do WhatsApp Business o número pertence: o token precisa da permissão whatsapp_business_management, ou escreva o id da conta nos ajustes do canal.",
  "Meta gave no token for the page “{name}”: you need full control of it.":
    "A Meta não deu um token para a página “{name}”: você precisa de controle total dela.",
  "Meta has disabled this WhatsApp account.": "A Meta desativou esta conta do WhatsApp.",
  "Meta has restricted this WhatsApp account.": "A Meta restringiu esta conta do WhatsApp.",
  "Meta has restricted this page or account.": "A Meta restringiu esta página ou conta.",
  "Meta is looking at it again: wait until it is approved.":
    "A Meta o está analisando de novo: espere até que seja aprovado.",
  "Meta is still looking at it: wait until it is approved.":
    "A Meta ainda o está analisando: espere até que seja aprovado.",
  "Meta paused it because of its quality: people blocked or reported it.":
    "A Meta o pausou por causa da qualidade: as pessoas o bloquearam ou denunciaram.",
  "Meta rejected it: change it in WhatsApp Manager and submit it again.":
    "A Meta o rejeitou: altere-o no Gerenciador do WhatsApp e envie-o de novo para análise.",
  "Meta says it is {status}: look into WhatsApp Manager.":
    "A Meta diz que o estado é {status}: veja no Gerenciador do WhatsApp.",
  "Meta showed no number, page or account: sign in again as somebody who manages them, and leave all boxes ticked there.":
    "A Meta não mostrou nenhum número, página ou conta: entre de novo como alguém que os administre e deixe todas as caixas marcadas lá.",
  "More than 24 hours have passed since the customer last wrote.":
    "Passaram-se mais de 24 horas desde que o cliente escreveu pela última vez.",
  "No app secret is set: give the channel its app secret, or set META_APP_SECRET.":
    "Nenhuma chave secreta do app está definida: dê ao canal a dele ou defina META_APP_SECRET.",
  "No channel with the id {id} accepts deliveries with this app secret.":
    "Nenhum canal com o id {id} aceita entregas com esta chave secreta do app.",
  "No complete answer within {seconds} s.": "Não houve resposta completa em {seconds} s.",
  "No known app secret made this signature: compare the channel's app secret with the app's settings at Meta.":
    "Nenhuma chave secreta conhecida fez esta assinatura: compare a chave secreta do canal com as configurações do app na Meta.",
  "Nothing to do: another template would not arrive either.":
    "Não há o que fazer: outro modelo também não chegaria.",
  "Nothing to do: it is tried again.": "Não é preciso fazer nada: tenta-se de novo.",
  "Only WhatsApp has templates.": "Só o WhatsApp tem modelos.",
  "Register the number again in WhatsApp Manager; after many wrong PINs Meta asks to wait.":
    "Registre o número de novo no Gerenciador do WhatsApp; depois de muitos PINs errados a Meta pede para esperar.",
  "Send an approved template, or wait until the customer writes.":
    "Envie um modelo aprovado ou espere até o cliente escrever.",
  "Send fewer messages to people who did not write first, and check the number's quality rating.":
    "Envie menos mensagens a quem não escreveu primeiro e verifique a classificação de qualidade do número.",
  "Send less to those who did not write first.": "Envie menos a quem não escreveu primeiro.",
  "Send no marketing to them until they allow it again; answers and other templates still go.":
    "Não envie marketing a ela até que permita de novo; as respostas e outros modelos ainda saem.",
  "Send no marketing to them until they allow it again; answers to what they write still go.":
    "Não envie marketing a ela até que permita de novo; as respostas ao que ela escrever ainda saem.",
  "So many messages waited for this person that this one did not go out within 24 hours.":
    "Havia tantas mensagens esperando para esta pessoa que esta não saiu em 24 horas.",
  "The account has as many templates as it may: delete some in WhatsApp Manager.":
    "A conta tem todos os modelos que pode ter: exclua alguns no Gerenciador do WhatsApp.",
  "The account no longer belongs to this app at Meta.": "A conta não pertence mais a este app na Meta.",
  "The app made more requests than Meta allows for now.":
    "O app fez mais requisições do que a Meta permite por enquanto.",
  "The body nests deeper than {count} levels.": "O conteúdo tem mais de {count} níveis aninhados.",
  "The channel has no access token that can be read: connect it again.":
    "O canal não tem um token de acesso que possa ser lido: conecte-o de novo.",
  "The channel has no access token that can be read.":
    "O canal não tem um token de acesso que possa ser lido.",
  "The channel's access token is no longer valid or lacks a permission.":
    "O token de acesso do canal não é mais válido ou falta uma permissão a ele.",
  "The comment can't be answered in private any more: only once, and within seven days.":
    "O comentário não pode mais ser respondido em particular: só uma vez e em até sete dias.",
  "The database refused a value: {why}": "O banco de dados recusou um valor: {why}",
  "The database was restored from a copy made before this was sent, so nobody knows whether it went out since.":
    "O banco de dados foi restaurado de uma cópia feita antes deste envio, então ninguém sabe se ele saiu depois.",
  "The details say which part; correct the message in the flow.":
    "Os detalhes dizem qual parte; corrija a mensagem no fluxo.",
  "The file could not be fetched or has a type WhatsApp does not take.":
    "Não foi possível baixar o arquivo ou ele é de um tipo que o WhatsApp não aceita.",
  "The file could not be fetched or is of a kind or size the platform does not take.":
    "Não foi possível baixar o arquivo ou ele é de um tipo ou tamanho que a plataforma não aceita.",
  "The file could not be uploaded ({reason}).": "Não foi possível enviar o arquivo ({reason}).",
  "The file is not on this server any more: upload it again and choose it in the flow.":
    "O arquivo não está mais neste servidor: envie-o de novo e escolha-o no fluxo.",
  "The message could not be delivered: the number may not be on WhatsApp, or has an old version of it.":
    "Não foi possível entregar a mensagem: talvez o número não esteja no WhatsApp ou tenha uma versão antiga.",
  "The message names no sender (neither from nor from_user_id).":
    "A mensagem não diz quem a envia (nem from nem from_user_id).",
  "The message names nobody it was written to.": "A mensagem não diz a quem foi escrita.",
  "The message was being sent when its worker stopped, so nobody knows whether it arrived.":
    "A mensagem estava sendo enviada quando o processo que a enviava parou, então ninguém sabe se ela chegou.",
  "The message went out and no answer came back ({reason}), so nobody knows whether it arrived.":
    "A mensagem saiu e não veio resposta ({reason}), então ninguém sabe se ela chegou.",
  "The number could not be registered or verified.": "Não foi possível registrar ou verificar o número.",
  "The number's quality is low: people block or report it.":
    "A qualidade do número é baixa: as pessoas o bloqueiam ou denunciam.",
  "The person who connected this channel took Hilo's access away at Meta.":
    "A pessoa que conectou este canal retirou o acesso do Hilo na Meta.",
  "The platform answered with HTTP status {status}.": "A plataforma respondeu com o status HTTP {status}.",
  "The platform could not be reached ({reason}).": "Não foi possível falar com a plataforma ({reason}).",
  "The platform is having trouble right now.": "A plataforma está com problemas agora.",
  "The platform refused: {why}": "A plataforma recusou: {why}",
  "The platform refused the message because a part of it is missing or wrong.":
    "A plataforma recusou a mensagem porque uma parte falta ou está errada.",
  "The platform said yes but named no message.":
    "A plataforma aceitou o envio, mas não disse qual é a mensagem.",
  "The platform's answer can't be read.": "Não é possível ler a resposta da plataforma.",
  "The platform's answer to the upload can't be read.":
    "Não é possível ler a resposta da plataforma ao envio do arquivo.",
  "The platform's list does not end.": "A lista da plataforma não termina.",
  "The recipient is not on the test number's list.": "O destinatário não está na lista do número de teste.",
  "The recipient's identity can't be used for this message.":
    "A identidade do destinatário não pode ser usada para esta mensagem.",
  "The simulator is inside this server.": "O simulador está dentro deste servidor.",
  "The template does not exist in this language, is paused, or its values do not fit.":
    "O modelo não existe neste idioma, está pausado ou seus valores não servem.",
  "The template is being prepared for marketing messages.":
    "O modelo está sendo preparado para mensagens de marketing.",
  "The token belongs to “{name}”.": "O token é de “{name}”.",
  "The token is of another account, @{name}.": "O token é de outra conta, @{name}.",
  "The token lacks {scopes}: connect again with all boxes ticked.":
    "Falta ao token {scopes}: conecte de novo com todas as caixas marcadas.",
  "The token needs the right to manage the account.": "O token precisa da permissão de administrar a conta.",
  "There is a problem with the account's payment method.":
    "Há um problema com a forma de pagamento da conta.",
  "This account may not write to people in that country.":
    "Esta conta não pode escrever para pessoas desse país.",
  "This channel has no message of this kind.": "Este canal não tem mensagens deste tipo.",
  "This number is not ready to send: not registered, deleted, or without an approved name.":
    "Este número não está pronto para enviar: não está registrado, foi excluído ou não tem um nome aprovado.",
  "This number sends faster than WhatsApp allows.":
    "Este número envia mais rápido do que o WhatsApp permite.",
  "This page or account sends faster than Meta allows.":
    "Esta página ou conta envia mais rápido do que a Meta permite.",
  "This person asked to hear no more from this business, and the template is marketing.":
    "Esta pessoa pediu para não receber mais mensagens desta empresa, e o modelo é de marketing.",
  "This person can't be written to: they blocked the page, deleted the chat, or never wrote to it.":
    "Não é possível escrever para esta pessoa: ela bloqueou a página, apagou o chat ou nunca escreveu para ela.",
  "This person has had as many marketing messages as WhatsApp lets through for now.":
    "Esta pessoa já recebeu todas as mensagens de marketing que o WhatsApp deixa passar por enquanto.",
  "This person has stopped marketing messages from this business in WhatsApp.":
    "Esta pessoa interrompeu no WhatsApp as mensagens de marketing desta empresa.",
  "This person has stopped marketing messages from this business, and the template is marketing.":
    "Esta pessoa interrompeu as mensagens de marketing desta empresa, e o modelo é de marketing.",
  "This person is part of an experiment of Meta's and gets no marketing messages from anybody.":
    "Esta pessoa faz parte de um experimento da Meta e não recebe mensagens de marketing de ninguém.",
  "Too many messages to this person in a short time.": "Mensagens demais para esta pessoa em pouco tempo.",
  "Wait at least a day before the next marketing message to this person.":
    "Espere pelo menos um dia antes da próxima mensagem de marketing a esta pessoa.",
  "Wait until the customer writes; a person may still answer by hand within seven days.":
    "Espere até o cliente escrever; uma pessoa ainda pode responder à mão em até sete dias.",
  "WhatsApp is having trouble right now.": "O WhatsApp está com problemas agora.",
  "WhatsApp limits this number because of its quality or its messaging limit.":
    "O WhatsApp limita este número por causa da qualidade ou do limite de mensagens.",
  "WhatsApp refused the message because a part of it is missing or wrong.":
    "O WhatsApp recusou a mensagem porque uma parte falta ou está errada.",
  "WhatsApp takes ten messages a minute for one person: let the flow say less.":
    "O WhatsApp aceita dez mensagens por minuto para uma pessoa: faça o fluxo dizer menos.",
  "Whether this person wants marketing could not be looked up.":
    "Não foi possível consultar se esta pessoa quer receber marketing.",
  "X-Hub-Signature-256 is bad.": "X-Hub-Signature-256 não é válida.",
  "X-Hub-Signature-256 is missing.": "Falta X-Hub-Signature-256.",
  "a carousel": "um carrossel",
  "a catalog": "um catálogo",
  "a header of the kind {format}": "um cabeçalho do tipo {format}",
  "a list of products": "uma lista de produtos",
  "a one-time password": "um código de uso único",
  "a product": "um produto",
  "an offer with an end": "uma oferta com prazo",
  audio: "áudio",
  document: "documento",
  image: "imagem",
  video: "vídeo",
  "{host} can't be reached from this server.": "Não é possível acessar {host} a partir deste servidor.",
  "{platform} refused the message without a reason.": "{platform} recusou a mensagem sem dizer por quê.",
  "{platform} takes files of {max} at most as {kind}; this one has {size}.":
    "Como {kind}, {platform} aceita arquivos de no máximo {max}; este tem {size}.",
  "{platform} takes no {kind}.": "{platform} não aceita este tipo de arquivo: {kind}.",
  "{platform} takes {types} as {kind}, not {type}.": "Como {kind}, {platform} aceita {types}, não {type}.",
};
