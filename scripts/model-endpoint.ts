import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";

/** A request as the endpoint got it. */
export type ModelRequest = {
  path: string;
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[]; response_format?: unknown };
};

/** What the endpoint does with a request: a text to answer with, or anything it likes with the response. */
export type ModelBehaviour = (
  request: ModelRequest,
  response: ServerResponse,
) => string | undefined | Promise<string | undefined>;

/** For tests: an OpenAI-compatible endpoint on loopback that does as it is told, and notes what it was asked. */
export type ModelEndpoint = {
  baseUrl: string;
  host: string;
  requests: ModelRequest[];
  behave: (behaviour: ModelBehaviour) => void;
  close: () => Promise<void>;
};

/** The answer of a chat endpoint around `content`. */
export function chatAnswer(
  content: string | null,
  more: { refusal?: string; finishReason?: string } = {},
): string {
  return JSON.stringify({
    id: "answer",
    object: "chat.completion",
    created: 0,
    model: "test",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, ...(more.refusal && { refusal: more.refusal }) },
        finish_reason: more.finishReason ?? "stop",
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}

/** The sentences that a request asks about, by their numbers. */
export function askedSentences({ body }: ModelRequest): { number: number; text: string }[] {
  const content = body.messages.at(-1)?.content ?? "";
  return JSON.parse(content.slice(content.indexOf("{"))).sentences;
}

async function readBody(request: IncomingMessage): Promise<ModelRequest["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

export async function startModelEndpoint(
  behaviour: ModelBehaviour = () => '{"suggestions":[]}',
): Promise<ModelEndpoint> {
  const requests: ModelRequest[] = [];
  let behave = behaviour;
  const server = createServer((request, response) => {
    readBody(request)
      .then(async (body) => {
        const asked = { path: request.url ?? "", authorization: request.headers.authorization, body };
        requests.push(asked);
        const content = await behave(asked, response);
        if (content === undefined) return;
        response.writeHead(200, { "content-type": "application/json" });
        response.end(chatAnswer(content));
      })
      // Whoever asked has gone away.
      .catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    host: `127.0.0.1:${address.port}`,
    requests,
    behave: (next) => {
      behave = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
