/** Portuguese for what was changed so that a platform takes a message, and why. */
import type { Catalogue } from "../t.ts";

export const fitNotes: Catalogue = {
  "A card has at most {count} buttons on {platform}: the others are on a card beside it.":
    "Um cartão tem no máximo {count} botões no {platform}: os outros ficam em um cartão ao lado.",
  "A card’s text is shortened: it has at most {max} characters on {platform}.":
    "O texto de um cartão é encurtado: tem no máximo {max} caracteres no {platform}.",
  "A card’s title is part of its text: {platform} has no titles on cards.":
    "O título de um cartão passa para o texto: o {platform} não tem títulos nos cartões.",
  "Line breaks and long gaps in a template’s variables become single spaces.":
    "Nas variáveis de um modelo, quebras de linha e espaços longos viram um único espaço.",
  "Nothing is sent: there is nothing to say.": "Nada é enviado: não há nada a dizer.",
  "Only the first emoji is sent: a reaction has one.": "Só o primeiro emoji é enviado: uma reação tem um.",
  "Shown as {shown}, because {platform} has no {contents}.":
    "Aparece como {shown}, porque o {platform} não tem {contents}.",
  "Shown as {shown}, because {platform} shows {native} only when {condition}.":
    "Aparece como {shown}, porque o {platform} só mostra {native} quando {condition}.",
  "The caption follows as a text: {platform} shows none under this kind of file.":
    "A legenda vem depois como texto: o {platform} não a mostra sob este tipo de arquivo.",
  "The cards go in {messages} messages: {platform} shows {count} at once.":
    "Os cartões vão em {messages} mensagens: o {platform} mostra {count} de uma vez.",
  "The cards go in {messages} messages: {platform} takes {count} at once.":
    "Os cartões vão em {messages} mensagens: o {platform} aceita {count} de uma vez.",
  "The code “{code}” is longer than the {max} characters a button copies.":
    "O código “{code}” passa dos {max} caracteres que um botão copia.",
  "The file goes in a message of its own: {platform} does not show it above this text.":
    "O arquivo vai em uma mensagem à parte: o {platform} não o mostra acima deste texto.",
  "The footer is part of the text: {platform} has no footers.":
    "O rodapé passa para o texto: o {platform} não tem rodapés.",
  "The header is part of the text: {platform} has no headers.":
    "O cabeçalho passa para o texto: o {platform} não tem cabeçalhos.",
  "The header of a template can’t be of the kind “{kind}”.":
    "O cabeçalho de um modelo não pode ser do tipo “{kind}”.",
  "The products go in {messages} messages: each holds {count} in {sections} sections.":
    "Os produtos vão em {messages} mensagens: em cada uma cabem {count} em {sections} seções.",
  "The text above the buttons has at most {room} on {platform}: what comes before goes as a text of its own.":
    "O texto acima dos botões tem no máximo {room} no {platform}: o que vem antes vai como um texto à parte.",
  "The text goes before the cards: {platform} shows none above them.":
    "O texto vai antes dos cartões: o {platform} não mostra nenhum acima deles.",
  "The text goes in {messages} messages: each holds {room}.":
    "O texto vai em {messages} mensagens: em cada uma cabem {room}.",
  "What does not fit under the file follows as a text.":
    "O que não cabe sob o arquivo vem depois como texto.",
  "a button": "um botão",
  "a card’s text": "o texto de um cartão",
  "a footer": "um rodapé",
  "a header": "um cabeçalho",
  "a link in a text": "um link em um texto",
  "a list of products, up to {count} in {sections} sections a message":
    "uma lista de produtos, até {count} em {sections} seções por mensagem",
  "a list that opens at the bottom": "uma lista que se abre embaixo",
  "a message for each card": "uma mensagem por cartão",
  "a numbered text, answered by typing": "um texto numerado que se responde digitando",
  "a place on a map": "um lugar em um mapa",
  "a place’s name": "o nome de um lugar",
  "a product of the catalog": "um produto do catálogo",
  "a reaction on the customer’s message": "uma reação à mensagem do cliente",
  "a row": "uma linha",
  "a row’s description": "a descrição de uma linha",
  "a text with a button that opens the address": "um texto com um botão que abre o endereço",
  "a text with a button that opens the form": "um texto com um botão que abre o formulário",
  "a text with a button that opens the form on the web": "um texto com um botão que abre o formulário na web",
  "a text with a button that sends a location": "um texto com um botão que envia uma localização",
  "a text with name and address": "um texto com nome e endereço",
  "a text with name, address and a link to a map": "um texto com nome, endereço e um link para um mapa",
  "a text with names, numbers and addresses": "um texto com nomes, números e endereços",
  "a text with the link": "um texto com o link",
  "a text, in several messages when it is long": "um texto, em várias mensagens se for longo",
  "a variable of the template": "uma variável do modelo",
  "an address": "um endereço",
  "audio or an image": "áudio ou uma imagem",
  "buttons with an address": "botões com endereço",
  "cards side by side": "cartões lado a lado",
  "cards side by side, up to {count} a message": "cartões lado a lado, até {count} por mensagem",
  "contact cards": "cartões de contato",
  "each card has more to show than a title, and no medium but an image with an address":
    "cada cartão mostra algo além de um título e não leva outro arquivo além de uma imagem com endereço",
  files: "arquivos",
  forms: "formulários",
  "its words are known": "suas palavras são conhecidas",
  lists: "listas",
  options: "opções",
  places: "lugares",
  products: "produtos",
  "products of a catalog": "produtos de um catálogo",
  "quick replies": "respostas rápidas",
  reactions: "reações",
  "reply buttons": "botões de resposta",
  "requests for a location": "pedidos de localização",
  rows: "linhas",
  templates: "modelos",
  texts: "textos",
  "the address begins with https:// or http://": "o endereço começa com https:// ou http://",
  "the approved template": "o modelo aprovado",
  "the button of a form": "o botão de um formulário",
  "the button of a list": "o botão de uma lista",
  "the file itself": "o próprio arquivo",
  "the form is on the web too": "o formulário também está na web",
  "the header of a template": "o cabeçalho de um modelo",
  "the header’s variable": "a variável do cabeçalho",
  "the platform takes its kind and format": "a plataforma aceita seu tipo e seu formato",
  "the platform takes the voice note as audio, or the sticker as an image":
    "a plataforma aceita a nota de voz como áudio ou a figurinha como imagem",
  "the template’s words as a text": "as palavras do modelo como texto",
  "the text above the buttons": "o texto acima dos botões",
  "the text without the form": "o texto sem o formulário",
  "the title of a card": "o título de um cartão",
  "the title of a section": "o título de uma seção",
  "there are 1 to {most} {of}": "há de 1 a {most} {of}",
  "there are {few} to {most} cards, all with an image or all with a video, each with one button that opens an address":
    "há de {few} a {most} cartões, todos com imagem ou todos com vídeo, cada um com um botão que abre um endereço",
  "there are {of}": "há {of}",
  "there is 1 product": "há 1 produto",
  "there is such a place on the globe": "o lugar existe no mapa do mundo",
  "{count} bytes": "{count} bytes",
  "{count} characters": "{count} caracteres",
  "“{text}” is shortened: {what} has at most {max} characters on {platform}.":
    "“{text}” é encurtado: {what} tem no máximo {max} caracteres no {platform}.",
  "“…” stands for {what}, which {platform} does not take empty.":
    "O {platform} não aceita {what} sem conteúdo: no lugar vai “…”.",
};
