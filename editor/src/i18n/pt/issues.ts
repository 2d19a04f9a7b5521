/** Portuguese for what can be wrong at one place of a flow's definition. */
import type { Catalogue } from "../t.ts";

export const issues: Catalogue = {
  "a number with decimals": "um número com decimais",
  "a whole number": "um número inteiro",
  "an object": "um objeto",
  "another value": "outro valor",
  "at least one entry is wanted here.": "aqui se espera ao menos uma entrada.",
  "at least {count} characters are wanted here.": "aqui se esperam ao menos {count} caracteres.",
  "at least {count} entries are wanted here.": "aqui se esperam ao menos {count} entradas.",
  "at most {count} characters are taken here.": "aqui se aceitam no máximo {count} caracteres.",
  "at most {count} entries are taken here.": "aqui se aceitam no máximo {count} entradas.",
  "nothing called {names} belongs here.": "aqui não cabe nada chamado {names}.",
  "one entry is taken here.": "aqui se aceita uma entrada.",
  "one of these is wanted here, and nothing was given: {values}.":
    "aqui se espera um destes e não há nada: {values}.",
  "one of these is wanted here: {values}.": "aqui se espera um destes: {values}.",
  "something has to be written here.": "aqui é preciso escrever algo.",
  "the number must be at least {count}.": "o número tem que ser ao menos {count}.",
  "the number must be at most {count}.": "o número tem que ser no máximo {count}.",
  "the number must be over {count}.": "o número tem que ser maior que {count}.",
  "the number must be under {count}.": "o número tem que ser menor que {count}.",
  "true or false": "verdadeiro ou falso",
  "use letters, digits, _ and - only.": "use só letras, números, _ e -.",
  "what was given can't stand here.": "o que veio não pode estar aqui.",
  "write it like 90s, 5m, 2h or 3d.": "escreva como 90s, 5m, 2h ou 3d.",
  "write days like 12-25 or 2026-04-03.": "escreva os dias como 12-25 ou 2026-04-03.",
  "write times like 09:00.": "escreva os horários como 09:00.",
  "{wanted} is wanted here, and nothing was given.": "aqui se espera {wanted} e não há nada.",
  "{wanted} is wanted here, and {given} was given.": "aqui se espera {wanted}, mas veio {given}.",
  "“{name}” can't be a name here.": "“{name}” não pode ser um nome aqui.",
};
