/** Portuguese for the channels. */
import type { Catalogue } from "../t.ts";

export const channels: Catalogue = {
  "0: when the conversation is handed back.": "0: quando a conversa é devolvida.",
  "20, shared with the app": "20, compartilhado com o app",
  "A Facebook page: what people write to it in Messenger, its comments and its lead forms.":
    "Uma página do Facebook: o que escrevem para ela no Messenger, seus comentários e seus formulários de cadastro.",
  "A number of WhatsApp's Cloud API. One that people use in the app on a phone can't be taken as it is.":
    "Um número da API de nuvem do WhatsApp. Um que é usado no app de um celular não serve como está.",
  "A phone inside Hilo, for trying": "Um celular dentro do Hilo, para testar",
  "A professional Instagram account: its messages, comments and stories.":
    "Uma conta profissional do Instagram: suas mensagens, comentários e stories.",
  "Access token": "Token de acesso",
  "Addresses that your app at Meta has to know": "Endereços que o seu app na Meta precisa conhecer",
  "All numbers": "Todos os números",
  "All of this is in Meta's developer console, under your app. Keys are stored encrypted and never shown again.":
    "Tudo isso está no console de desenvolvedores da Meta, no seu app. As chaves são guardadas criptografadas e não são mostradas de novo.",
  "An account that is linked to a Facebook page can be had at Meta, too.":
    "Uma conta vinculada a uma página do Facebook também pode ser conectada pela Meta.",
  "Any words that only you and Meta know; you will paste them into Meta's webhook form next.":
    "Palavras que só você e a Meta conhecem; depois você as cola no formulário de webhooks da Meta.",
  "App secret": "Chave secreta do app",
  "App settings → Basic.": "Configurações do app → Básico.",
  "App settings → Basic. With it Hilo knows that a webhook really comes from Meta. Empty: the server's own is used.":
    "Configurações do app → Básico. Com ela o Hilo sabe que um webhook vem mesmo da Meta. Vazio: usa-se a do servidor.",
  Approved: "Aprovado",
  "Ask Meta": "Perguntar à Meta",
  "Ask Meta for them, or write the first one in WhatsApp Manager.":
    "Peça-os à Meta ou escreva o primeiro no Gerenciador do WhatsApp.",
  "Asking Meta whether the token fits…": "Perguntando à Meta se o token serve…",
  Authentication: "Autenticação",
  "Callback URL": "URL de retorno de chamada",
  "Can be sent now": "Podem ser enviados agora",
  Check: "Verificar",
  "Connect a WhatsApp number, a page or an Instagram account, or open a flow and write to it in the simulator, which makes its own channel.":
    "Conecte um número do WhatsApp, uma página ou uma conta do Instagram, ou abra um fluxo e escreva para ele no simulador, que cria o próprio canal.",
  "Connect a channel": "Conectar um canal",
  "Connect again": "Conectar de novo",
  "Connect the account": "Conectar a conta",
  "Connect the number": "Conectar o número",
  "Connect the page": "Conectar a página",
  "Connect {count}": "Conectar {count}",
  "Customers see": "Os clientes veem",
  "Data deletion request URL": "URL de solicitação de exclusão de dados",
  "Deauthorize callback URL": "URL de desautorização",
  "Digits only": "Apenas dígitos",
  Disabled: "Desativado",
  "Disconnect this channel?": "Desconectar este canal?",
  Disconnected: "Desconectado",
  "Disconnect…": "Desconectar…",
  "Empty fields keep what is stored.": "Campos vazios mantêm o que está guardado.",
  "Empty: as the platform allows.": "Vazio: o que a plataforma permitir.",
  "Empty: no such limit.": "Vazio: sem esse limite.",
  "Ends in {count} days": "Expira em {count} dias",
  "Ends today": "Expira hoje",
  "Ends tomorrow": "Expira amanhã",
  "Facebook Login → Settings.": "Login do Facebook → Configurações.",
  "First messages a day": "Primeiras mensagens por dia",
  "Found by itself when the token may see it; templates and news of the account go by it.":
    "É encontrado sozinho quando o token pode vê-lo; modelos e novidades da conta vão por ele.",
  "Has ended": "Expirado",
  High: "Alta",
  "Hilo forgets the keys of “{name}” and answers nobody on it any more. The conversations stay.":
    "O Hilo esquece as chaves de “{name}” e não responde mais a ninguém por ele. As conversas ficam.",
  "Hilo forgets the token of “{name}” and takes its webhooks back at Meta. Conversations and settings stay, and it can be connected again.":
    "O Hilo esquece o token de “{name}” e retira seus webhooks na Meta. As conversas e os ajustes ficam, e ele pode ser conectado de novo.",
  "How {name} looks": "Como fica {name}",
  "Human agent": "Atendente humano",
  "In Meta's console open {menu} and edit the webhook.": "No console da Meta abra {menu} e edite o webhook.",
  "In review": "Em análise",
  "In review again": "Em nova análise",
  "Instagram account id": "Id da conta do Instagram",
  "It does not work": "Não funciona",
  "It goes on after so many minutes": "Continua depois destes minutos",
  "It works": "Funciona",
  "Last webhook {when}": "Último webhook {when}",
  Low: "Baixa",
  Medium: "Média",
  "Mend it": "Resolver",
  "Messages a second": "Mensagens por segundo",
  "Messages an hour": "Mensagens por hora",
  "Messages older than so many minutes get no automatic answer":
    "Mensagens com mais do que estes minutos não recebem resposta automática",
  "Meta calls public https addresses only: set PUBLIC_URL to the one this server has.":
    "A Meta só chama endereços https públicos: coloque em PUBLIC_URL o deste servidor.",
  "Meta can't be asked": "Não é possível perguntar à Meta",
  "Meta did not accept the sign-in. Check the app's id and secret in the server's settings, and the redirect address in the app.":
    "A Meta não aceitou o login. Confira o id e o segredo do app nos ajustes do servidor e o endereço de redirecionamento no app.",
  "Meta has granted it: people may answer by hand for seven days.":
    "A Meta concedeu: pessoas podem responder manualmente por sete dias.",
  "Meta has {count} templates": "A Meta tem {count} modelos",
  "Meta was asked {when}.": "A Meta foi consultada {when}.",
  "Meta was told no, so nothing was connected. Start again and leave all boxes ticked.":
    "A Meta recebeu um não, então nada foi conectado. Comece de novo e deixe todas as caixas marcadas.",
  "Name or words": "Nome ou palavras",
  "Needs a new token": "Precisa de um novo token",
  "New keys for “{name}”": "Novas chaves para “{name}”",
  "New token…": "Novo token…",
  "No WhatsApp number yet": "Ainda não há número do WhatsApp",
  "No channel yet": "Ainda não há canais",
  "No limit": "Sem limite",
  "No such template": "Não existe esse modelo",
  "No webhook has come yet": "Nenhum webhook chegou ainda",
  "Not sent here": "Não são enviados para cá",
  "Not set here: {what}. The server's own settings are used instead, if it has them.":
    "Não configurado aqui: {what}. Usam-se os ajustes do servidor, se houver.",
  "Not the user name: the number under Instagram → API setup.":
    "Não é o nome de usuário: é o número em Instagram → Configuração da API.",
  "Nothing here has these words.": "Nada aqui tem essas palavras.",
  "Of a system user, with whatsapp_business_messaging and whatsapp_business_management. The temporary one of API Setup ends after a day.":
    "De um usuário do sistema, com whatsapp_business_messaging e whatsapp_business_management. O temporário da configuração da API expira em um dia.",
  "Of each product of the app.": "De cada produto do app.",
  "Of the account itself (it begins with IG), or of the linked page, with instagram_manage_messages and instagram_basic.":
    "Da própria conta (começa com IG) ou da página vinculada, com instagram_manage_messages e instagram_basic.",
  "Of the page, with pages_messaging and pages_manage_metadata: Messenger → Settings → Generate token.":
    "Da página, com pages_messaging e pages_manage_metadata: Messenger → Configurações → Gerar token.",
  "On the page: About → Page transparency.": "Na página: Sobre → Transparência da Página.",
  "On the phone, in the platform's own inbox, or by another app.":
    "No celular, na caixa de entrada da plataforma ou por outro app.",
  "One message waits and goes out as soon as there is one.": "Uma mensagem espera e sai assim que houver um.",
  "One message waits for this channel.": "Uma mensagem espera por este canal.",
  "One thing is left, so that what customers write reaches Hilo.":
    "Falta uma coisa para que o que os clientes escrevem chegue ao Hilo.",
  "Page id": "Id da página",
  "Paste a token instead": "Colar um token em vez disso",
  "Paste these two, then press “Verify and save”.": "Cole estes dois e clique em “Verificar e salvar”.",
  Pause: "Pausar",
  "Phone number id": "Id do número de telefone",
  Platform: "Plataforma",
  Quality: "Qualidade",
  Rejected: "Rejeitado",
  "Remove the channel": "Remover o canal",
  "Remove this channel?": "Remover este canal?",
  "Search templates": "Buscar modelos",
  "Sent here": "São enviados para cá",
  "Settings of “{name}”": "Ajustes de “{name}”",
  "Settings…": "Ajustes…",
  Shop: "Loja",
  "Sign in at Instagram": "Entrar no Instagram",
  "Sign in at Meta": "Entrar na Meta",
  "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Without them, paste a token.":
    "Entrar na Meta exige META_APP_ID e META_APP_SECRET nos ajustes do servidor. Sem eles, cole um token.",
  Templates: "Modelos",
  "Templates come with a number: connect one first.": "Os modelos vêm com um número: conecte um primeiro.",
  "The bot stops when a person answers elsewhere": "O bot para quando uma pessoa responde em outro lugar",
  "The channel was not changed": "O canal não foi alterado",
  "The channel was not checked": "O canal não foi verificado",
  "The channel was not disconnected": "O canal não foi desconectado",
  "The channel was not removed": "O canal não foi removido",
  "The channels": "os canais",
  "The keys of “{name}” were changed": "As chaves de “{name}” foram alteradas",
  "The only messages that may go out more than 24 hours after a customer's last one. They are written and approved in {place}.":
    "As únicas mensagens que podem sair mais de 24 horas depois da última do cliente. São escritas e aprovadas no {place}.",
  "The templates": "os modelos",
  "They came late: people see them, flows do not.": "Chegaram tarde: as pessoas veem, os fluxos não.",
  "This account is connected elsewhere already.": "Esta conta já está conectada em outro lugar.",
  "This sign-in took too long or was begun in another browser. Start again.":
    "Este login demorou demais ou começou em outro navegador. Comece de novo.",
  "To the channels": "Aos canais",
  Token: "Token",
  "Under “Webhook fields” subscribe to {fields}.": "Em “Campos do webhook” assine {fields}.",
  Utility: "Utilidade",
  "Valid OAuth redirect URI": "URI de redirecionamento OAuth válido",
  "Verify token": "Token de verificação",
  "Webhook address for Meta": "Endereço do webhook para a Meta",
  "Webhook callback URL": "URL de retorno do webhook",
  Webhooks: "Webhooks",
  "What should Hilo answer on?": "Por onde o Hilo deve responder?",
  "What you call it.": "Como você o chama.",
  "WhatsApp Business Account id": "Id da conta do WhatsApp Business",
  "WhatsApp → API Setup, under “From”. A long number, not the phone number itself.":
    "WhatsApp → Configuração da API, em “De”. Um número longo, não o número de telefone em si.",
  "Where customers write. The simulator is a channel too: the same road, without Meta.":
    "Onde os clientes escrevem. O simulador também é um canal: o mesmo caminho, sem a Meta.",
  "You are looking at Hilo without https. Meta reaches it only at a public https address: put that in place of this one.":
    "Você está vendo o Hilo sem https. A Meta só chega a um endereço https público: coloque-o no lugar deste.",
  "You sign in at Instagram and say what Hilo may use. The account is connected when you come back; it needs no Facebook page.":
    "Você entra no Instagram e diz o que o Hilo pode usar. A conta fica conectada quando você volta; não precisa de página do Facebook.",
  "You sign in at Meta and say what Hilo may use. Then you choose here. Leave all boxes of Meta's dialog ticked: each is needed.":
    "Você entra na Meta e diz o que o Hilo pode usar. Depois escolhe aqui. Deixe marcadas todas as caixas da janela da Meta: todas são necessárias.",
  "connected already: gets a new token": "já conectado: recebe um novo token",
  "quality high": "qualidade alta",
  "quality low": "qualidade baixa",
  "quality medium": "qualidade média",
  "the app secret (webhooks can't be verified by this channel's own)":
    "a chave secreta do app (os webhooks não podem ser verificados com a deste canal)",
  "the verify token": "o token de verificação",
  "{count} messages wait and go out as soon as there is one.":
    "{count} mensagens esperam e saem assim que houver um.",
  "{count} messages wait for this channel.": "{count} mensagens esperam por este canal.",
  "{names} can't send: Meta wants a new token.": "Sem envios por {names}: a Meta pede um novo token.",
  "{name} is connected, and its webhooks come here.": "{name} está conectado e seus webhooks chegam aqui.",
  "{name} may connect these.": "{name} pode conectar estes.",
  "“{name}” was changed": "“{name}” foi alterado",
  "“{name}” was removed": "“{name}” foi removido",
};
