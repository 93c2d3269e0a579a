import { randomUUID } from "node:crypto";
import type { ArticleForReview } from "@/lib/articles/article-views";
import { hashSecret, makeSecret } from "@/lib/auth/one-time-secret";
import { db } from "@/lib/db/client";
import type { Desk } from "./accounts";
import { sessionCookieOf } from "./accounts";
import { Api, send } from "./api";

/** A request that the interface says it takes: valid as far as its schema goes. */
export type ApiRequest = {
  name: string;
  method: string;
  /** With the identifiers filled in. */
  path: string;
  body: object | undefined;
  isPublic: boolean;
  /** Concerns a record of the desk, named in the path. */
  hasRecord: boolean;
};

type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
};
type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  security?: unknown[];
};
type Document = { paths: Record<string, Record<string, Operation>> };

const WISHES: Readonly<Record<string, unknown>> = {
  email: "neu@example.org",
  url: "https://example.org/bericht",
  baseUrl: "https://models.example.org/v1",
  language: "de",
  text: "Die Stadt hat 412 Wohnungen gebaut.",
  wording: "Die Stadt hat 412 Wohnungen gebaut.",
  password: "korrekt Pferd Batterie",
  newPassword: "korrekt Pferd Batterie",
  currentPassword: "korrekt Pferd Batterie",
  end: 4,
};

/** What a schema cannot say: one of two fields is needed, or a field may stand without the others. */
const BODIES: Readonly<Record<string, (records: Records) => object>> = {
  "POST /claims/{claimId}/citations": ({ sourceId }) => ({
    mutationId: randomUUID(),
    sourceId,
    stance: "CONTEXT",
  }),
  "PATCH /notes/{noteId}": () => ({ mutationId: randomUUID(), resolved: true }),
};

/** The smallest value that a schema takes. */
function exampleOf(schema: Schema, name = ""): unknown {
  if (name in WISHES) return WISHES[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return exampleOf(choice, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return exampleObject(schema);
  if (type === "array")
    return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => exampleOf(schema.items ?? {}));
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 0, 0);
  if (schema.format === "uuid") return randomUUID();
  if (schema.format === "date-time") return "2026-01-02T03:04:05.000Z";
  return "Text".padEnd(schema.minLength ?? 0, "x");
}

/** The required fields; where they say nothing but which write this is, also one that is to be changed. */
function exampleObject({ properties = {}, required = [] }: Schema): object {
  const saysNothing = required.every((name) => name === "mutationId" || name === "version");
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  const names = saysNothing ? [...required, ...optional.slice(0, 1)] : required;
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] ?? {}, name)]));
}

/** The identifiers of one record of each kind, by the names that paths use. */
export type Records = Record<string, string> & { articleId: string; claimId: string; sourceId: string };

/** An article with a claim, a source, a citation, a note and a frozen report; a token, a session, an invitation. */
export async function makeRecords(origin: string, desk: Desk, word = "Musterhausen"): Promise<Records> {
  const api = new Api(origin, desk.editor.token);
  const text = `${word} baut Wohnungen\n\nDie Stadt ${word} hat 2023 genau 412 Wohnungen gebaut. „Das Ziel ist erreicht“, sagte Petra Beispiel.`;
  const article = await api.importArticle(text, { sourceUrl: `https://example.org/${word}`, agency: word });
  const [claim] = article.claims;
  if (!claim) throw new Error("The article has no claim.");
  const changed = await api.changeClaim(claim, {
    reason: `Weil ${word} es so meldet.`,
    speaker: `Frau ${word}`,
  });
  const citation = await api.attachSource(claim.id, {
    source: {
      kind: "PAGE",
      title: `Amtsblatt ${word}`,
      url: `https://example.org/${word}/amtsblatt`,
      publisher: word,
    },
    stance: "SUPPORTS",
    excerpt: `In ${word} entstanden 412 Wohnungen.`,
    locator: `Seite ${word}`,
  });
  const note = await api.addNote(claim.id, `Rückfrage an ${word}`);
  const report = await api.write<{ id: string }>("POST", `/articles/${article.id}/reports`, {});
  const invitation = await db.invitation.create({
    data: {
      tokenHash: hashSecret(makeSecret()),
      deskId: desk.id,
      email: `${randomUUID()}@example.org`,
      name: word,
      role: "VIEWER",
      createdById: desk.admin.userId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await sessionCookieOf(desk.admin);
  const session = await db.session.findFirstOrThrow({ where: { userId: desk.admin.userId } });
  const token = await db.apiToken.findFirstOrThrow({ where: { userId: desk.admin.userId } });
  const { runId, suggestionId } = await makeSuggestion(article, desk);
  const restructuring = await db.restructuring.create({
    data: { articleId: article.id, deskId: desk.id, kind: "SPLIT" },
  });
  return {
    runId,
    suggestionId,
    restructuringId: restructuring.id,
    articleId: article.id,
    claimId: changed.id,
    citationId: citation.id,
    sourceId: citation.source.id,
    noteId: note.id,
    reportId: report.id,
    memberId: desk.editor.userId,
    invitationId: invitation.id,
    sessionId: session.id,
    tokenId: token.id,
  };
}

/** What a model suggested, as a run leaves it. */
async function makeSuggestion(
  article: ArticleForReview,
  desk: Desk,
): Promise<{ runId: string; suggestionId: string }> {
  const version = await db.textVersion.findFirstOrThrow({ where: { articleId: article.id } });
  const run = await db.suggestionRun.create({
    data: {
      articleId: article.id,
      textVersionId: version.id,
      deskId: desk.id,
      state: "DONE",
      model: "small-model",
      host: "models.example.org",
      sentenceCount: 1,
      finishedAt: new Date(),
    },
  });
  const { start, end } = article.sentences[1] ?? { start: 0, end: 1 };
  const suggestion = await db.suggestion.create({
    data: {
      runId: run.id,
      deskId: desk.id,
      sentence: 1,
      wording: "In der Stadt sind 412 Wohnungen gebaut.",
      spans: [{ start, end, quote: article.text.slice(start, end) }],
      mode: "author",
      modality: "asserted",
    },
  });
  return { runId: run.id, suggestionId: suggestion.id };
}

/** Every request of the OpenAPI document, aimed at the given records. */
export async function listApiRequests(origin: string, records: Records): Promise<ApiRequest[]> {
  const { body } = await send<Document>(`${origin}/api/v1/openapi.json`);
  return Object.entries(body.paths).flatMap(([template, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
        const id = records[name];
        if (id === undefined) throw new Error(`The journeys know no record for {${name}} of ${template}.`);
        return id;
      });
      const query = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === "query" && parameter.required)
        .map(({ name, schema }) => [name, String(exampleOf(schema, name))]);
      const schema = operation.requestBody?.content["application/json"].schema;
      const name = `${method.toUpperCase()} ${template}`;
      return {
        name,
        method: method.toUpperCase(),
        path: `/api/v1${path}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`,
        body: BODIES[name]?.(records) ?? (schema && (exampleOf(schema) as object)),
        isPublic: operation.security?.length === 0,
        hasRecord: template.includes("{"),
      };
    }),
  );
}
