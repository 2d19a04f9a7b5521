/** A template as it would come out for somebody: what the editor shows while it is written. */
import type { Environment } from "../step/environment.ts";
import { compileTemplate, renderTemplate, TemplateError, TemplateSyntaxError } from "./templates.ts";

/**
 * @param env what the template may read: `{ name: "Ana", contact: { … }, system: { now: ISO, timeZone, language } }`
 * @returns the text, or what is wrong with the template, in a sentence
 */
export function previewTemplate(source: string, env: Environment): { text: string } | { problem: string } {
  try {
    return { text: renderTemplate(compileTemplate(source), env) };
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TemplateError)
      return { problem: error.message };
    throw error;
  }
}
