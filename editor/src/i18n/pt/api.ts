/** Portuguese for what the server refuses. */
import type { Catalogue } from "../t.ts";

export const api: Catalogue = {
  "A channel with this id is connected already, elsewhere.":
    "Já há um canal conectado com este id, em outro lugar.",
  "A channel with this id is connected already.": "Já há um canal conectado com este id.",
  "A choice has no title.": "Uma opção não tem título.",
  "A clock only goes forward; begin a new chat to be in the present.":
    "Um relógio só avança; comece um novo chat para estar no presente.",
  "A contact can't be merged with itself.": "Um contato não pode ser unido consigo mesmo.",
  "A text has a character that can't be sent: NUL (U+0000), or half of a surrogate pair. Take it out.":
    "Um texto tem um caractere que não pode ser enviado: NUL (U+0000) ou meio emoji. Tire-o.",
  "A value in the request is not valid.": "Um valor da requisição não é válido.",
  "Access was withdrawn at Meta: sign in again.": "O acesso foi retirado na Meta: entre de novo.",
  "An API key is nobody's: name a member by their id instead of `me`.":
    "Uma chave de API não é de ninguém: cite um membro pelo id em vez de `me`.",
  "Another import is under way. Start this one when it is done.":
    "Há outra importação em andamento. Inicie esta quando terminar.",
  "at least 10 characters": "ao menos 10 caracteres",
  "At most {count} tries a minute. Try again in {seconds} s.":
    "No máximo {count} tentativas por minuto. Tente de novo em {seconds} s.",
  channel: "canal",
  contact: "contato",
  conversation: "conversa",
  delivery: "entrega",
  import: "importação",
  "Invalid email or password": "E-mail ou senha incorretos",
  "It is connected, but its webhooks do not come yet: {why} Press “Check” on the channel to try again.":
    "Está conectado, mas seus webhooks ainda não chegam: {why} Toque em “Verificar” no canal para tentar de novo.",
  "It is not there, or not any more.": "Não está aí, ou não está mais.",
  "It is too large.": "É grande demais.",
  "It was changed meanwhile, or there is one already. Load it again.":
    "Mudou nesse meio-tempo ou já existe. Carregue de novo.",
  lead: "lead",
  merge: "união",
  "Meta does not show this one any more: sign in again.": "A Meta não mostra mais este: entre de novo.",
  "Nothing in this export can be imported: it has no flows.":
    "Nada desta exportação pode ser importado: não tem fluxos.",
  "Nothing in this export can be imported: {flow}: {refusal}":
    "Nada desta exportação pode ser importado: {flow}: {refusal}",
  "Nothing of this delivery is set aside.": "Não há nada desta entrega posto de lado.",
  "On {platform} nobody can send documents.": "No {platform} ninguém pode enviar documentos.",
  "On {platform} nobody can send messages of the type {type}.":
    "No {platform} ninguém pode enviar mensagens do tipo {type}.",
  "One of the contacts is not there any more.": "Um dos contatos não está mais aí.",
  "One of the contacts was merged before: undo that first.":
    "Um dos contatos já foi unido antes: desfaça isso primeiro.",
  "People may write for seven days when Meta granted the app the human agent feature: then turn it on in the channel's settings.":
    "As pessoas podem escrever por sete dias se a Meta concedeu ao app o recurso de agente humano: então ative-o nos ajustes do canal.",
  "Read it again.": "Mudou nesse meio-tempo. Carregue de novo.",
  "Say first what the columns are.": "Diga primeiro o que são as colunas.",
  secret: "segredo",
  segment: "segmento",
  "Send a template, or wait until the customer writes again.":
    "Envie um modelo ou espere até o cliente escrever de novo.",
  session: "sessão",
  "Sign in, or send an API key as Authorization: Bearer.": "Sua sessão terminou. Entre de novo.",
  "sign-in": "login",
  "Signing in at Instagram needs INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET in the server's settings. Until then, paste a token.":
    "Para entrar no Instagram são precisos INSTAGRAM_APP_ID e INSTAGRAM_APP_SECRET nos ajustes do servidor. Até lá, cole um token.",
  "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Until then, paste a token.":
    "Para entrar na Meta são precisos META_APP_ID e META_APP_SECRET nos ajustes do servidor. Até lá, cole um token.",
  "Somebody saved this flow since you opened it. Read it again, or save without a revision to replace theirs.":
    "Alguém salvou este fluxo depois que você o abriu. Carregue de novo para ver as mudanças.",
  "Something in the request is not right.": "Algo na requisição não está certo.",
  "Something went wrong here. Try again; the log has the details.":
    "Algo deu errado no servidor. Tente de novo; o log tem os detalhes.",
  "Something went wrong on the server. Try again.": "Algo deu errado no servidor. Tente de novo.",
  team: "equipe",
  template: "modelo",
  "The address is not valid.": "O endereço não é válido.",
  "The address must begin with https://.": "O endereço tem que começar com https://.",
  "The body is not JSON.": "O conteúdo não é JSON.",
  "The body is too large.": "O conteúdo é grande demais.",
  "The body's character set is not supported.": "O conjunto de caracteres do conteúdo não é suportado.",
  "The body's encoding is not supported.": "A codificação do conteúdo não é suportada.",
  "The customer has not written for 24 hours: nothing may be sent to them.":
    "O cliente não escreve há 24 horas: nada pode ser enviado a ele.",
  "The customer has not written for 24 hours: WhatsApp takes approved templates only.":
    "O cliente não escreve há 24 horas: o WhatsApp só aceita modelos aprovados.",
  "The database can't be reached. Try again in a moment.":
    "Não foi possível falar com o banco de dados. Tente de novo em um instante.",
  "The disk of this server is full: make room in the folder HILO_DATA_DIR names.":
    "O disco deste servidor está cheio: libere espaço na pasta indicada por HILO_DATA_DIR.",
  "The draft has no such step.": "O rascunho não tem esse passo.",
  "The draft has problems; mend them before running it.":
    "O rascunho tem problemas; corrija-os antes de testar.",
  "The file is empty.": "O arquivo está vazio.",
  "The file is larger than {count} MB.": "O arquivo passa de {count} MB.",
  "The file is larger than {count} MB. Divide it into several.":
    "O arquivo tem mais de {count} MB. Divida-o em vários.",
  "The file is missing: give a url.": "Falta o arquivo: dê um endereço.",
  "The file is still being fetched.": "O arquivo ainda está sendo baixado.",
  "The file is still being fetched: try again in a moment.":
    "O arquivo ainda está sendo baixado: tente de novo em um instante.",
  "The file's address must begin with https://.": "O endereço do arquivo tem que começar com https://.",
  "The file's bytes are not on this server any more.": "O conteúdo do arquivo não está mais neste servidor.",
  "The flow can't be published: it has one problem.": "O fluxo não pode ser publicado: tem um problema.",
  "The flow can't be published: it has {count} problems.":
    "O fluxo não pode ser publicado: tem {count} problemas.",
  "The flow has a character that is no text (NUL or half an emoji). Remove it.":
    "O fluxo tem um caractere que não é texto (NUL ou meio emoji). Remova-o.",
  "The flow is larger than 2 MB. Divide it into flows that call each other.":
    "O fluxo passa de 2 MB. Divida-o em fluxos que se chamem entre si.",
  "The form's id is missing.": "Falta o id do formulário.",
  "The message was stored and not queued; see the webhook log.":
    "A mensagem foi guardada mas não entrou na fila; veja o registro de webhooks.",
  "The owner's account exists already. Sign in instead.": "A conta do dono já existe. Entre com ela.",
  "The request could not be read.": "Não foi possível ler a requisição.",
  "The request is not valid.": "A requisição não é válida.",
  "The role {role} can't make a key with the role {other}.":
    "O papel {role} não pode criar uma chave com o papel {other}.",
  "The role {role} can't revoke a key with the role {other}.":
    "O papel {role} não pode revogar uma chave com o papel {other}.",
  "The role {role} may not answer customers: choose somebody else.":
    "O papel {role} não pode responder a clientes: escolha outra pessoa.",
  "The role {role} may not do this.": "O papel {role} não pode fazer isso.",
  "The server answered {status} without saying why.": "O servidor respondeu {status} sem dizer por quê.",
  "The server can't be reached. Check that it runs and try again.":
    "Não foi possível falar com o servidor. Verifique se ele está rodando e tente de novo.",
  "The server is starting or not reachable. Try again in a moment.":
    "O servidor está iniciando ou não responde. Tente de novo em um instante.",
  "The table has headers and no rows.": "A tabela tem cabeçalhos e nenhuma linha.",
  "The table has more than {count} columns. Take some out.":
    "A tabela tem mais de {count} colunas. Tire algumas.",
  "The table has more than {count} rows. Divide it into several files.":
    "A tabela tem mais de {count} linhas. Divida-a em vários arquivos.",
  "The table has {count} columns: say what each of them is.":
    "A tabela tem {count} colunas: diga o que é cada uma.",
  "The text is empty.": "O texto está vazio.",
  "There are no cards.": "Não há cartões.",
  "There are {count} canned replies. Remove one that nobody uses.":
    "Há {count} respostas prontas. Remova uma que ninguém use.",
  "There are {count} segments already: remove one first.": "Já existem {count} segmentos: remova um antes.",
  "There are {count} views. Remove one that nobody uses.": "Há {count} visões. Remova uma que ninguém use.",
  "There is a canned reply /{shortcut} already.": "Já há uma resposta pronta /{shortcut}.",
  "There is a segment called {name} already.": "Já existe um segmento chamado {name}.",
  "There is a team called {name} already.": "Já existe uma equipe chamada {name}.",
  "There is no product.": "Não há nenhum produto.",
  "There is no such member in this workspace.": "Não há tal membro neste espaço de trabalho.",
  "There is no such place: latitude goes from -90 to 90, longitude from -180 to 180.":
    "Esse lugar não existe: a latitude vai de -90 a 90 e a longitude de -180 a 180.",
  "There is no such team in this workspace.": "Não há tal equipe neste espaço de trabalho.",
  "There is no such {what}.": "Não existe ou não está mais aí ({what}).",
  "There is nothing at this address.": "Não há nada neste endereço.",
  "There is nothing to choose from.": "Não há nada para escolher.",
  "These contacts have more than {count} different fields: choose fewer of them.":
    "Estes contatos têm mais de {count} campos diferentes: escolha menos contatos.",
  "This could not be applied: {why}": "Não foi possível aplicar: {why}",
  "This delivery still can't be applied.": "Esta entrega ainda não pode ser aplicada.",
  "This export is of version {version}; versions {first} to {last} can be imported.":
    "Esta exportação é da versão {version}; podem ser importadas as versões {first} a {last}.",
  "This export is of version {version}; versions {first} to {last} can be imported. Open it in Typebot and export it again.":
    "Esta exportação é da versão {version}; podem ser importadas as versões {first} a {last}. Abra-a no Typebot e exporte de novo.",
  "This flow can't be read: {issue}": "Este fluxo não pode ser lido: {issue}",
  "This flow is not published. Publish it, then start it.":
    "Este fluxo não está publicado. Publique-o e depois inicie-o.",
  "This import was started before. Upload the file again for another one.":
    "Esta importação já foi iniciada. Envie o arquivo de novo para fazer outra.",
  "This is no file that can be imported. Choose a flow exported from Hilo ({format}), Typebot or RapidPro.":
    "Este arquivo não pode ser importado. Escolha um fluxo exportado do Hilo ({format}), Typebot ou RapidPro.",
  "This is no pattern that can be read (RE2 syntax).": "Não é um padrão que se possa ler (sintaxe RE2).",
  "This is no RapidPro export: it has no list of flows. Use “Export” in RapidPro's menu of flows.":
    "Não é uma exportação do RapidPro: não tem lista de fluxos. Use “Export” no menu de fluxos do RapidPro.",
  "This is no Typebot export: it has no groups. Export the bot as JSON in Typebot's menu.":
    "Não é uma exportação do Typebot: não tem grupos. Exporte o bot como JSON no menu do Typebot.",
  "This is not a flow that can be saved: {issue}": "Este fluxo não pode ser salvo: {issue}",
  "This merge was undone before.": "Esta união já foi desfeita.",
  "This request came from another site.": "Esta requisição veio de outro site.",
  "This set-up link is not valid. Take the newest one that the server printed.":
    "Este link de instalação não é válido. Use o último que o servidor mostrou.",
  "Time can be moved by a year at most.": "O tempo pode ser adiantado em no máximo um ano.",
  "Too many attempts. Wait a moment and try again.": "Tentativas demais. Espere um momento e tente de novo.",
  "Two choices are called “{title}”. Give each its own title.":
    "Duas opções se chamam “{title}”. Dê a cada uma o próprio título.",
  "Two choices have the same id.": "Duas opções têm o mesmo id.",
  version: "versão",
  "Wait until the customer writes again.": "Espere até o cliente escrever de novo.",
  "You are not signed in. Sign in again.": "Você não está conectado. Entre de novo.",
  "You may not do this.": "Você não tem permissão para fazer isso.",
  "{name} is no member of this workspace.": "{name} não é membro deste espaço de trabalho.",
};
