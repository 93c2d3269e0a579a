import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:http";
import type { ArticleForReview } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { NoteView } from "@/lib/notes/note-view";
import type { CitationView } from "@/lib/sources/source-view";

/** An answer of the server, read to its end. */
export type Answer<Body = unknown> = {
  /** 0 where the server hung up on a body instead of answering. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: Body;
};

export type Send = {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
  /** For streams, which have no end: the answer is what came until this holds. */
  until?: (text: string) => boolean;
};

/**
 * Sends a request as it stands. Not `fetch`: that adds headers of its own, mends addresses and does not let a test
 * choose Origin or Host.
 */
export async function send<Body = unknown>(url: string, options: Send = {}): Promise<Answer<Body>> {
  const { method = "GET", body, headers = {}, until } = options;
  const payload = options.raw ?? (body === undefined ? null : JSON.stringify(body));
  const { origin, hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      path: url.slice(origin.length) || "/",
      method,
      agent: false,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(payload !== null && { "content-length": Buffer.byteLength(payload) }),
        ...headers,
      },
    });
    sent.once("error", (error: NodeJS.ErrnoException) => {
      // A server may hang up on a body that it will not read to its end.
      const hasHungUp = error.code === "EPIPE" || error.code === "ECONNRESET";
      if (hasHungUp && payload !== null) resolve({ status: 0, headers: {}, text: "", body: null as Body });
      else reject(error);
    });
    sent.once("response", (response) => {
      const chunks: Buffer[] = [];
      const finish = () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = /json/.test(response.headers["content-type"] ?? "") && text !== "";
        const status = response.statusCode ?? 0;
        resolve({
          status,
          headers: response.headers,
          text,
          body: (isJson ? JSON.parse(text) : null) as Body,
        });
      };
      const finishEarly = () => {
        finish();
        sent.destroy();
      };
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (until?.(Buffer.concat(chunks).toString())) finishEarly();
      });
      response.once("end", finish);
      response.once("error", reject);
      if (until?.("")) finishEarly();
    });
    // A server that refuses a large body answers and closes before it has read everything.
    sent.on("error", () => undefined);
    sent.end(payload);
  });
}

/** The body of a success. @throws with the answer otherwise. */
async function succeed<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, text, body } = await answer;
  if (status >= 300) throw new Error(`The interface answered ${status}: ${text.slice(0, 500)}`);
  return body;
}

/** What a member's programs do with an API token. Writes get a mutationId of their own where none is given. */
export class Api {
  constructor(
    private readonly origin: string,
    readonly token: string,
  ) {}

  send<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    return send<Body>(`${this.origin}/api/v1${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${this.token}` },
    });
  }

  get<Body>(path: string): Promise<Body> {
    return succeed(this.send<Body>("GET", path));
  }

  write<Body>(method: string, path: string, body: object = {}): Promise<Body> {
    return succeed(this.send<Body>(method, path, { mutationId: randomUUID(), ...body }));
  }

  async importArticle(text: string, input: object = {}): Promise<ArticleForReview> {
    const { id } = await this.write<{ id: string }>("POST", "/articles", { text, ...input });
    return this.get<ArticleForReview>(`/articles/${id}`);
  }

  getArticle(articleId: string): Promise<ArticleForReview> {
    return this.get<ArticleForReview>(`/articles/${articleId}`);
  }

  /** Changes a claim on top of whatever stands there now. */
  async changeClaim(claim: { id: string; version: number }, fields: object): Promise<ClaimView> {
    return this.write<ClaimView>("PATCH", `/claims/${claim.id}`, { version: claim.version, ...fields });
  }

  attachSource(claimId: string, input: object): Promise<CitationView> {
    return this.write<CitationView>("POST", `/claims/${claimId}/citations`, input);
  }

  addNote(claimId: string, body: string, input: object = {}): Promise<NoteView> {
    return this.write<NoteView>("POST", `/claims/${claimId}/notes`, { body, ...input });
  }
}
