/** Who gets a conversation, as the data of nodes names it. */
import { z } from "zod";
import type { Assignee } from "../effects/schema.ts";
import { compileTemplate, type Template } from "../expressions/templates.ts";
import type { NodeProblem, Ref, Scope } from "./define-node.ts";
import type { TextField } from "./text-field.ts";

const team = z.string().max(80);

export const assigneeField = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("nobody").describe("Takes it from whoever has it.") }),
  z.looseObject({
    kind: z.literal("user").describe("One member."),
    user: z.string().max(200).describe("Template. The member's e-mail address or id."),
  }),
  z.looseObject({
    kind: z.literal("team").describe("A team, and nobody of it in particular."),
    team: team.describe("The team's name."),
  }),
  z.looseObject({
    kind: z.literal("rule").describe("One member, chosen when the step is reached."),
    rule: z
      .enum(["round-robin", "least-busy"])
      .describe("`round-robin`: each in turn; `least-busy`: who has the fewest open conversations."),
    team: team.optional().describe("The team to choose from; without it, everybody who answers."),
  }),
]);
export type AssigneeData = z.infer<typeof assigneeField>;

export type PreparedAssignee = { kind: "user"; user: Template } | Exclude<Assignee, { kind: "user" }>;

export function prepareAssignee(data: AssigneeData): PreparedAssignee {
  switch (data.kind) {
    case "nobody":
      return { kind: "nobody" };
    case "user":
      return { kind: "user", user: compileTemplate(data.user) };
    case "team":
      return { kind: "team", team: data.team };
    case "rule":
      return { kind: "rule", rule: data.rule, ...(data.team ? { team: data.team } : {}) };
  }
}

/** Null when the template of a member gave nothing: nobody is named, which is not the same as “nobody”. */
export function assigneeOf(scope: Scope, prepared: PreparedAssignee): Assignee | null {
  if (prepared.kind !== "user") return prepared;
  const user = scope.render(prepared.user).trim();
  return user === "" ? null : { kind: "user", user };
}

/** @param at where it stands in the node's data: `to`, `assign` */
export function assigneeTexts(data: AssigneeData | undefined, at: string): TextField[] {
  if (data?.kind !== "user") return [];
  const path = [at, "user"];
  return [{ key: path.join("."), path, label: "the member", source: data.user, reader: "machine" }];
}

export function assigneeRefs(data: AssigneeData | undefined): Ref[] {
  const named = data && "team" in data ? data.team : undefined;
  return typeof named === "string" && named !== "" ? [{ kind: "team", name: named }] : [];
}

export function assigneeProblems(data: AssigneeData | undefined): NodeProblem[] {
  const problem = (code: string, message: string): NodeProblem[] => [{ code, severity: "error", message }];
  if (data?.kind === "user" && data.user.trim() === "")
    return problem("user-empty", "There is no member to give it to. Write an e-mail address.");
  if (data?.kind === "team" && data.team.trim() === "")
    return problem("team-empty", "There is no team to give it to. Name one.");
  return [];
}
