/** Portuguese for what the checks of a flow say. The reason for its length: one line for each text. */
import type { Catalogue } from "../t.ts";

export const checks: Catalogue = {
  "A GET request is sent without its body. Choose POST, or empty the body.":
    "Uma requisição GET é enviada sem o corpo. Escolha POST ou esvazie o corpo.",
  "A category has no title. Write one, or take it out.":
    "Uma categoria não tem título. Escreva um ou tire-a.",
  "A flow has one start; this second one is never entered.":
    "Um fluxo tem um só início; a este segundo nunca se chega.",
  "A flow is a JSON object.": "Um fluxo é um objeto JSON.",
  "A loop without a wait: {names}. Put a question or a wait into it.":
    "Um ciclo sem espera: {names}. Coloque nele uma pergunta ou uma espera.",
  "A pattern is looked at in text answers only. Take it out, or ask for text.":
    "O padrão só é usado em respostas de texto. Tire-o ou peça texto.",
  "A time before or after a date is set, but no date. Write the date, or take the time out.":
    "Há um tempo antes ou depois de uma data, mas nenhuma data. Escreva a data ou tire o tempo.",
  "A trigger that takes any message can't interrupt other flows; it waits until none is under way.":
    "Um gatilho que aceita qualquer mensagem não pode interromper outros fluxos; espera até que nenhum esteja em andamento.",
  "A variable can't be called “{name}”: use letters, digits, _ and - only, and begin with a letter.":
    "Uma variável não pode se chamar “{name}”: use só letras, números, _ e -, e comece com uma letra.",
  "Above several products WhatsApp wants a header. Write one.":
    "Acima de vários produtos, o WhatsApp pede um cabeçalho. Escreva um.",
  "An edge comes from “{source}”, which does not exist.": "Uma conexão vem de “{source}”, que não existe.",
  "Card {number} has nothing to show. Give it a picture, a title or a text.":
    "O cartão {number} não tem nada para mostrar. Coloque uma foto, um título ou um texto.",
  "Card {number} says no way to reach anybody. Add a phone number, an e-mail address or a web address.":
    "O cartão {number} não diz como falar com ninguém. Adicione um telefone, um e-mail ou um endereço web.",
  "Flow: said after a tap on an old button": "Fluxo: dito após o toque em um botão antigo",
  "Flow: said when a message can't be understood": "Fluxo: dito quando uma mensagem não é entendida",
  "Flow: said when something breaks": "Fluxo: dito quando algo falha",
  "For “{name}”, no path is given. Write which value to look at, as order.items[0].":
    "Para “{name}” não há caminho. Escreva que valor olhar, como order.items[0].",
  "For “{name}”, “{text}” can't be read as {form}. Write it like {example}.":
    "Para “{name}”, “{text}” não pode ser lido como {form}. Escreva assim: {example}.",
  "From {step} on, {count} messages may be sent at once, and a session ends after {most}. Put a question or a wait between them, or say more in one message.":
    "A partir de {step} podem ser enviadas {count} mensagens de uma vez, e uma sessão termina depois de {most}. Coloque entre elas uma pergunta ou uma espera, ou diga mais em uma só mensagem.",
  "From {step} on, {count} steps may follow each other without a wait, and a session ends after {most}. Put a question or a wait between them, or make loops shorter.":
    "A partir de {step} podem seguir {count} passos sem espera, e uma sessão termina depois de {most}. Coloque entre eles uma pergunta ou uma espera, ou encurte os ciclos.",
  "In {rule}, say which tag.": "Em {rule}, diga que etiqueta.",
  "In {rule}, say which value to look at.": "Em {rule}, diga que valor olhar.",
  "In {rule}, the pattern can't be read: {why}. Correct it.":
    "Em {rule}, o padrão não pode ser lido: {why}. Corrija-o.",
  "In {rule}, the pattern is empty. Write it.": "Em {rule}, o padrão está vazio. Escreva-o.",
  "In {rule}, there is nothing to compare with. Write a value, or use “is empty”.":
    "Em {rule}, não há com o que comparar. Escreva um valor ou use “está vazio”.",
  "In {rule}, “{text}” can't be read as {form}. Write it like {example}.":
    "Em {rule}, “{text}” não pode ser lido como {form}. Escreva assim: {example}.",
  "In {what}, the part between {open} or {tag} can't be read: {why}. Correct it.":
    "Em {what}, não dá para ler a parte entre {open} ou {tag}: {why}. Corrija.",
  "In {what}, there is no filter called “{filter}”. Choose another or take it out.":
    "Em {what}, não há nenhum filtro chamado “{filter}”. Escolha outro ou tire-o.",
  "In {what}, “{url}” is not a web address. Begin it with https:// and leave no spaces.":
    "Em {what}, “{url}” não é um endereço web. Comece com https:// e não deixe espaços.",
  "No answer can be at least {min} and at most {max}. Correct the bounds.":
    "Nenhuma resposta pode ser ao menos {min} e no máximo {max}. Corrija os limites.",
  "No date is from {earliest} on and until {latest}. Correct the bounds.":
    "Nenhuma data vai de {earliest} até {latest}. Corrija os limites.",
  "No flow is chosen. Choose the flow to go to.": "Nenhum fluxo escolhido. Escolha o fluxo para onde ir.",
  "No flow is chosen. Choose the flow to run.": "Nenhum fluxo escolhido. Escolha o fluxo a executar.",
  "No header can be called “{name}”. Use letters, digits and hyphens.":
    "Nenhum cabeçalho pode se chamar “{name}”. Use letras, números e hifens.",
  "No step is chosen. Choose where to go on.": "Nenhum passo escolhido. Escolha onde continuar.",
  "No template is chosen. Choose one.": "Nenhum modelo escolhido. Escolha um.",
  "No text has at most {max} characters. Correct the bounds.":
    "Nenhum texto tem no máximo {max} caracteres. Corrija os limites.",
  "No time is from {earliest} on and until {latest}. Correct the bounds.":
    "Nenhum horário vai de {earliest} até {latest}. Corrija os limites.",
  "No variable can be called “{name}”: the name is taken. Choose another.":
    "Nenhuma variável pode se chamar “{name}”: o nome está ocupado. Escolha outro.",
  "No variant has a weight. Give at least one a weight over 0.":
    "Nenhuma variante tem peso. Dê ao menos a uma um peso maior que 0.",
  "No way from the start leads to {step}.": "Nenhum caminho leva do início a {step}.",
  "Nobody can choose at least {min} of {count}, and at most {max}. Correct the bounds.":
    "Ninguém pode escolher ao menos {min} de {count} e no máximo {max}. Corrija os limites.",
  "Nothing follows the start.": "Nada segue o início.",
  "Of several sections each needs a title. Write it.":
    "Com várias seções, cada uma precisa de um título. Escreva-o.",
  "Some variables have names and some have none. A template has one or the other.":
    "Algumas variáveis têm nome e outras não. Um modelo tem um ou outro.",
  "Texts of the flow's settings are not translated into “{language}”: {names}.":
    "Há textos das configurações do fluxo sem tradução para o idioma “{language}”: {names}.",
  "The address ends in “/chat/completions”, which is put there by itself. Take it off.":
    "O endereço termina em “/chat/completions”, que é colocado sozinho. Tire-o.",
  "The address is not a web address. Begin it with https:// and leave no spaces.":
    "O endereço não é um endereço web. Comece com https:// e não deixe espaços.",
  "The address of {what} is not a web address. Write one that begins with https://.":
    "O endereço de {what} não é um endereço web. Escreva um que comece com https://.",
  "The answer is neither said nor saved. Choose one of the two.":
    "A resposta não é dita nem guardada. Escolha uma das duas coisas.",
  "The body is not JSON. Correct it, or choose what else it is.":
    "O corpo não é JSON. Corrija-o ou escolha o que mais ele é.",
  "The contact's “{field}” can't be set here. Choose another field.":
    "“{field}” do contato não pode ser definido aqui. Escolha outro campo.",
  "The experiment has no name. Give it one of its own.": "O experimento não tem nome. Dê um próprio.",
  "The flow does not say its format; this version reads “{format}”.":
    "O fluxo não diz seu formato; esta versão lê “{format}”.",
  "The flow ends after {step} at “{way}”: nothing is connected.":
    "O fluxo termina depois de {step} em “{way}”: não há nada conectado.",
  "The flow ends after {step}: nothing is connected.":
    "O fluxo termina depois de {step}: não há nada conectado.",
  "The flow has no trigger: it starts only by hand, by the API or from another flow.":
    "O fluxo não tem gatilho: só começa à mão, pela API ou a partir de outro fluxo.",
  "The flow's format is “{name}”; this version reads “{format}”.":
    "O formato do fluxo é “{name}”; esta versão lê “{format}”.",
  "The header “{name}” is set by the connection. Take it out.":
    "O cabeçalho “{name}” é definido pela conexão. Tire-o.",
  "The id “{id}” ends a choice of several. Give the option another id.":
    "O id “{id}” encerra uma escolha múltipla. Dê outro id à opção.",
  "The id “{id}” names another way out. Give the button another id.":
    "O id “{id}” nomeia outra saída. Dê outro id ao botão.",
  "The id “{id}” names another way out. Give the category another id.":
    "O id “{id}” nomeia outra saída. Dê outro id à categoria.",
  "The id “{id}” names another way out. Give the option another id.":
    "O id “{id}” nomeia outra saída. Dê outro id à opção.",
  "The id “{id}” names another way out. Give the row another id.":
    "O id “{id}” nomeia outra saída. Dê outro id à linha.",
  "The keyword “{keyword}” is empty once accents, spaces and invisible characters are taken off.":
    "A palavra-chave “{keyword}” fica vazia sem acentos, espaços e caracteres invisíveis.",
  "The opening hours have no hours in them: it is always closed. Add some.":
    "O horário não tem horas: está sempre fechado. Adicione algumas.",
  "The pattern “{pattern}” is not valid: {why}": "O padrão “{pattern}” não é válido: {why}",
  "The pattern “{pattern}” matches even an empty message, so it takes every message.":
    "O padrão “{pattern}” serve até para uma mensagem vazia, então aceita todas as mensagens.",
  "The same trigger is given twice.": "O mesmo gatilho aparece duas vezes.",
  "The template's language is missing. Choose it.": "Falta o idioma do modelo. Escolha.",
  "The time before or after the date is longer than 365 days. Shorten it.":
    "O tempo antes ou depois da data passa de 365 dias. Encurte-o.",
  "The wait is longer than 365 days. Shorten it.": "A espera dura mais de 365 dias. Encurte-a.",
  "The wait takes no time. Write how long, or take it out.":
    "A espera não dura nada. Escreva quanto ou tire-a.",
  "There are {count} buttons and WhatsApp takes {limit}. Take some out, or use a list.":
    "Há {count} botões e o WhatsApp aceita {limit}. Tire alguns ou use uma lista.",
  "There are {count} products and WhatsApp takes {limit}. Take some out.":
    "Há {count} produtos e o WhatsApp aceita {limit}. Tire alguns.",
  "There are {count} rows in all and WhatsApp takes {limit}. Take some out, or ask in two steps.":
    "Há {count} linhas no total e o WhatsApp aceita {limit}. Tire algumas ou pergunte em dois passos.",
  "There is no address to tell. Write one.": "Não há endereço para avisar. Escreva um.",
  "There is no address. Write one that begins with https://.":
    "Não há endereço. Escreva um que comece com https://.",
  "There is no date to wait for. Write it.": "Não há data para esperar. Escreva.",
  "There is no event to count. Name it.": "Não há evento para contar. Dê um nome.",
  "There is no list to go through. Write which, as order.items.":
    "Não há lista para percorrer. Escreva qual, como order.items.",
  "There is no member to give it to. Write an e-mail address.":
    "Não há membro para receber. Escreva um e-mail.",
  "There is no model. Write its name, as the endpoint calls it.":
    "Não há modelo. Escreva o nome dele, como o serviço o chama.",
  "There is no node type “{type}”.": "Não há nenhum tipo de passo “{type}”.",
  "There is no tag to add or remove. Name one.": "Não há etiqueta para colocar ou tirar. Cite uma.",
  "There is no team to give it to. Name one.": "Não há equipe para receber. Cite uma.",
  "There is no time zone “{zone}”. Write one like Europe/Madrid.":
    "Não existe o fuso horário “{zone}”. Escreva um como Europe/Madrid.",
  "There is no value for the contact's “{field}”. Write one, or clear the field.":
    "Não há valor para “{field}” do contato. Escreva um ou limpe o campo.",
  "There is nothing to choose from. Add options.": "Não há nada para escolher. Adicione opções.",
  "There is nothing to tell. Write it.": "Não há nada a avisar. Escreva.",
  "Two buttons are called “{title}”. Give each its own title.":
    "Dois botões se chamam “{title}”. Dê um título a cada.",
  "Two buttons have the id “{id}”. Give each its own.": "Dois botões têm o id “{id}”. Dê um a cada.",
  "Two categories have the id “{id}”. Give each its own.": "Duas categorias têm o id “{id}”. Dê um a cada.",
  "Two edges have the id “{id}”.": "Duas conexões têm o id “{id}”.",
  "Two edges leave {step} by “{id}”; only the first is taken.":
    "Duas conexões saem de {step} por “{id}”; só a primeira é seguida.",
  "Two nodes have the id “{id}”.": "Dois passos têm o id “{id}”.",
  "Two options are called “{title}”. Give each its own title.":
    "Duas opções se chamam “{title}”. Dê um título a cada.",
  "Two options have the id “{id}”. Give each its own.": "Duas opções têm o id “{id}”. Dê um a cada.",
  "Two rows are called “{title}”. Give each its own title.":
    "Duas linhas se chamam “{title}”. Dê um título a cada.",
  "Two rows have the id “{id}”. Give each its own.": "Duas linhas têm o id “{id}”. Dê um a cada.",
  "Two values go to the variable “{name}”. Give each its own.":
    "Dois valores vão para a variável “{name}”. Dê uma a cada.",
  "Two ways out have the id “{id}”. Give each its own.": "Duas saídas têm o id “{id}”. Dê um a cada.",
  "Up to {depth} flows run inside each other from here, and a session ends after {most}. Go to a flow instead of calling it.":
    "A partir daqui rodam até {depth} fluxos um dentro do outro, e uma sessão termina depois de {most}. Vá a um fluxo em vez de chamá-lo.",
  "Who writes “{witness}” gets the flow “{flow}” (keyword “{winner}”), not this one: {why}. Change the keyword “{keyword}” or its mode, or give this flow a higher priority.":
    "Quem escreve “{witness}” recebe o fluxo “{flow}” (palavra-chave “{winner}”), não este: {why}. Mude a palavra-chave “{keyword}” ou o modo dela, ou dê mais prioridade a este fluxo.",
  "With several products WhatsApp wants a text. Write one.":
    "Com vários produtos, o WhatsApp pede um texto. Escreva um.",
  "a key of AWS": "uma chave da AWS",
  "a key of Google": "uma chave do Google",
  "a key of Stripe": "uma chave do Stripe",
  "a key of a language model's provider": "uma chave de um provedor de modelos de linguagem",
  "a length of time": "uma quantidade de tempo",
  "a number of decimals": "um número de casas decimais",
  "a password in an address": "uma senha em um endereço",
  "a private key": "uma chave privada",
  "a range, the smaller end first": "um intervalo, primeiro o extremo menor",
  "a signed token": "um token assinado",
  "a token of GitHub": "um token do GitHub",
  "a token of Slack": "um token do Slack",
  "an access token of Meta": "um token de acesso da Meta",
  "button {number} of card {card}": "o botão {number} do cartão {card}",
  "case {number}": "o caso {number}",
  "days of the week": "dias da semana",
  "e-mail address {number} of card {card}": "o e-mail {number} do cartão {card}",
  "group {group}, rule {number}": "a regra {number} do grupo {group}",
  "phone number {number} of card {card}": "o telefone {number} do cartão {card}",
  "product {number} of section {section}": "o produto {number} da seção {section}",
  "the address": "o endereço",
  "the address of button {number} of card {card}": "o endereço do botão {number} do cartão {card}",
  "the address of card {card}": "o endereço do cartão {card}",
  "the address of the picture of card {card}": "o endereço da foto do cartão {card}",
  "the address of the place": "o endereço do lugar",
  "the body": "o corpo",
  "the business of card {card}": "a empresa do cartão {card}",
  "the button": "o botão",
  "the button that opens the list": "o botão que abre a lista",
  "the caption": "a legenda",
  "the catalog": "o catálogo",
  "the date": "a data",
  "the default value": "o valor padrão",
  "the description of row {number}": "a descrição da linha {number}",
  "the detail {name}": "o detalhe {name}",
  "the emoji": "o emoji",
  "the field {name}": "o campo {name}",
  "the field “{name}”": "o campo “{name}”",
  "the file name": "o nome do arquivo",
  "the footer": "o rodapé",
  "the form's id": "o id do formulário",
  "the header": "o cabeçalho",
  "the header {name}": "o cabeçalho {name}",
  "the header's address": "o endereço do cabeçalho",
  "the header's media": "a foto, o vídeo ou o documento do cabeçalho",
  "the header's variable": "a variável do cabeçalho",
  "the latitude": "a latitude",
  "the list": "a lista",
  "the longitude": "a longitude",
  "the media": "o arquivo",
  "the member": "o membro",
  "the name": "o nome",
  "the name of card {card}": "o nome do cartão {card}",
  "the name of the place": "o nome do lugar",
  "the note": "a nota",
  "the number of a card": "o número de um cartão",
  "the option that ends the choice": "a opção que encerra a escolha",
  "the picture of card {card}": "a foto do cartão {card}",
  "the question": "a pergunta",
  "the skip word": "a palavra para pular",
  "the subject": "o assunto",
  "the template's words": "o texto do modelo",
  "the text": "o texto",
  "the text after a wrong answer": "o texto após uma resposta errada",
  "the text after an answer out of bounds": "o texto após uma resposta fora dos limites",
  "the text of card {card}": "o texto do cartão {card}",
  "the text to read": "o texto a ler",
  "the text to sort": "o texto a classificar",
  "the title of button {number}": "o título do botão {number}",
  "the title of card {card}": "o título do cartão {card}",
  "the title of option {number}": "o título da opção {number}",
  "the title of row {number}": "o título da linha {number}",
  "the title of section {number}": "o título da seção {number}",
  "the value": "o valor",
  "the value of {name}": "o valor de {name}",
  "the variable “{name}”": "a variável “{name}”",
  "the word that ends it": "a palavra que encerra",
  "times of day": "horas do dia",
  "variable {number}": "a variável {number}",
  "what fills in button {number}": "o que preenche o botão {number}",
  "what the model is told": "o que se diz ao modelo",
  "{names} run each other without a wait. Put a question or a wait into one of them.":
    "{names} se executam entre si sem espera. Coloque em um deles uma pergunta ou uma espera.",
  "{step} calls flows that come back to this one, without a wait and on every way: {names}. It can never end. Put a way out or a question in front of the call.":
    "{step} chama fluxos que voltam a este, sem espera e por todos os caminhos: {names}. Nunca pode terminar. Coloque uma saída ou uma pergunta antes da chamada.",
  "{step} calls flows that come back to this one: {names}. Each call goes one deeper; go to the flow instead, or end the circle.":
    "{step} chama fluxos que voltam a este: {names}. Cada chamada desce mais um nível; vá ao fluxo em vez de chamá-lo, ou quebre o círculo.",
  "{step} calls the flow “{flow}”, which does not exist.": "{step} chama o fluxo “{flow}”, que não existe.",
  "{step} goes on at the step “{id}”, which does not exist. Choose another.":
    "{step} continua no passo “{id}”, que não existe. Escolha outro.",
  "{step} has no way out called “{id}”, but an edge leaves by it.":
    "{step} não tem nenhuma saída chamada “{id}”, mas uma conexão sai por ela.",
  "{step} has two options with the id “{id}”; one would never be taken.":
    "{step} tem duas opções com o id “{id}”; uma nunca seria escolhida.",
  "In “{language}”: {problem}": "Em “{language}”: {problem}",
  "{step} is not translated into “{language}”: {what}.":
    "{step} não está traduzido para o idioma “{language}”: {what}.",
  "{step} leads to “{target}”, which does not exist.": "{step} leva a “{target}”, que não existe.",
  "{step} may be sent when the customer has not written for 24 hours, after {after}: then WhatsApp takes only approved templates. Shorten the wait, or send a template first.":
    "{step} pode ser enviado quando o cliente está há 24 horas sem escrever, depois de {after}: então o WhatsApp só aceita modelos aprovados. Encurte a espera ou envie antes um modelo.",
  "{step} may be sent when the customer has not written for 24 hours, since the flow may start without a message of theirs: then WhatsApp takes only approved templates. Shorten the wait, or send a template first.":
    "{step} pode ser enviado quando o cliente está há 24 horas sem escrever, já que o fluxo pode começar sem uma mensagem dele: então o WhatsApp só aceita modelos aprovados. Encurte a espera ou envie antes um modelo.",
  "{step} names the team “{name}”, which does not exist. Make it in the settings.":
    "{step} cita a equipe “{name}”, que não existe. Crie nas configurações.",
  "{step} reads “{name}”, which is not set when the customer comes by {via}. Set it there too, or give it a default: {example}.":
    "{step} lê “{name}”, que não tem valor quando o cliente chega por {via}. Defina também ali ou dê um valor padrão: {example}.",
  "{step} reads “{name}”, which is not set when the customer comes right after the start. Set it there too, or give it a default: {example}.":
    "{step} lê “{name}”, que não tem valor quando o cliente chega logo após o início. Defina também ali ou dê um valor padrão: {example}.",
  "{step} reads “{name}”, which no step of this flow sets. Correct the name, or give it a default: {example}.":
    "{step} lê “{name}”, que nenhum passo deste fluxo define. Corrija o nome ou dê um valor padrão: {example}.",
  "{step} seems to hold {what}. Store it under a name in the settings (Secrets), and use the name.":
    "{step} parece conter {what}. Guarde o valor com um nome nas configurações (Segredos) e use o nome.",
  "{step} sends the template “{name}” in “{language}”, which is not there or not approved. Look at the templates page.":
    "{step} envia o modelo “{name}” em “{language}”, que não existe ou não foi aprovado. Veja a página de modelos.",
  "{step} uses the secret “{name}”, which is not stored. Store it in the settings.":
    "{step} usa o segredo “{name}”, que não está guardado. Guarde nas configurações.",
  "{step}: {what} has room for {limit} characters, and “{name}” may have any length; what is over is cut off. Shorten it: {example}.":
    "{step}: em {what} cabem {limit} caracteres, e “{name}” pode ter qualquer tamanho; o que sobra é cortado. Encurte: {example}.",
  "{step}: {what} has room for {limit} characters, and “{name}” may have up to {most} characters; what is over is cut off. Shorten it: {example}.":
    "{step}: em {what} cabem {limit} caracteres, e “{name}” pode ter até {most}; o que sobra é cortado. Encurte: {example}.",
  "{what} has {length} characters and WhatsApp takes {limit}. Shorten it.":
    "{what} tem {length} caracteres e o WhatsApp aceita {limit}. Encurte o texto.",
  "{what} is empty. Write it.": "Falta {what}: escreva algo.",
  "{what} is missing. Upload a file or give its address.": "Falta {what}. Envie um arquivo ou dê o endereço.",
  "“{address}” is not an e-mail address. Correct it, and separate several by commas.":
    "“{address}” não é um e-mail. Corrija, e separe vários com vírgulas.",
  "“{name}” is set by {step} and never used in this flow.":
    "{step} define “{name}”, que nunca é usada neste fluxo.",
  "“{source}” is no latitude. Write degrees between -{low} and {most}, as 36.5297.":
    "“{source}” não é uma latitude. Escreva graus entre -{low} e {most}, como 36.5297.",
  "“{source}” is no longitude. Write degrees between -{low} and {most}, as 36.5297.":
    "“{source}” não é uma longitude. Escreva graus entre -{low} e {most}, como 36.5297.",
  "“{text}” is no date. Write it like {example}.": "“{text}” não é uma data. Escreva assim: {example}.",
  "“{text}” is no time. Write it like {example}.": "“{text}” não é um horário. Escreva assim: {example}.",
  "“{text}” is not a date. Write it as 2026-12-31 or 2026-12-31T18:30.":
    "“{text}” não é uma data. Escreva como 2026-12-31 ou 2026-12-31T18:30.",
  "“{title}” is an option, and also ends or skips the question. Change one of them.":
    "“{title}” é uma opção e também encerra ou pula a pergunta. Mude uma das duas.",
};
