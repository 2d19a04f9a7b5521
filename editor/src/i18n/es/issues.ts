/** Spanish for what can be wrong at one place of a flow's definition. */
import type { Catalogue } from "../t.ts";

export const issues: Catalogue = {
  "a number with decimals": "un número con decimales",
  "a whole number": "un número entero",
  "an object": "un objeto",
  "another value": "otro valor",
  "at least one entry is wanted here.": "aquí se espera al menos una entrada.",
  "at least {count} characters are wanted here.": "aquí se esperan al menos {count} caracteres.",
  "at least {count} entries are wanted here.": "aquí se esperan al menos {count} entradas.",
  "at most {count} characters are taken here.": "aquí se admiten como máximo {count} caracteres.",
  "at most {count} entries are taken here.": "aquí se admiten como máximo {count} entradas.",
  "nothing called {names} belongs here.": "aquí no corresponde nada llamado {names}.",
  "one entry is taken here.": "aquí se admite una entrada.",
  "one of these is wanted here, and nothing was given: {values}.":
    "aquí se espera uno de estos y no hay nada: {values}.",
  "one of these is wanted here: {values}.": "aquí se espera uno de estos: {values}.",
  "something has to be written here.": "aquí hay que escribir algo.",
  "the number must be at least {count}.": "el número tiene que ser al menos {count}.",
  "the number must be at most {count}.": "el número tiene que ser como máximo {count}.",
  "the number must be over {count}.": "el número tiene que ser mayor que {count}.",
  "the number must be under {count}.": "el número tiene que ser menor que {count}.",
  "true or false": "verdadero o falso",
  "use letters, digits, _ and - only.": "usa solo letras, números, _ y -.",
  "what was given can't stand here.": "lo que llegó no puede estar aquí.",
  "write it like 90s, 5m, 2h or 3d.": "escríbelo como 90s, 5m, 2h o 3d.",
  "write days like 12-25 or 2026-04-03.": "escribe los días como 12-25 o 2026-04-03.",
  "write times like 09:00.": "escribe las horas como 09:00.",
  "{wanted} is wanted here, and nothing was given.": "aquí se espera {wanted} y no hay nada.",
  "{wanted} is wanted here, and {given} was given.": "aquí se espera {wanted}, pero llegó {given}.",
  "“{name}” can't be a name here.": "“{name}” no puede ser un nombre aquí.",
};
