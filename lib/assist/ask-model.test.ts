import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLimitedFetch } from "@/lib/http/limited-fetch";
import type { ModelBehaviour, ModelEndpoint } from "@/scripts/model-endpoint";
import { chatAnswer, startModelEndpoint } from "@/scripts/model-endpoint";
import type { AnswerForm } from "./ask-model";
import { askModel } from "./ask-model";
import type { Failure } from "./failures";
import { AssistError } from "./failures";

let endpoint: ModelEndpoint;

beforeAll(async () => {
  endpoint = await startModelEndpoint();
});
afterAll(() => endpoint.close());
beforeEach(() => {
  endpoint.requests.length = 0;
});

const PROMPT = { system: "rules", prompt: 'data {"sentences":[]}' };
const ONE = { sentence: 1, wording: "Die Stadt baut.", quotes: ["Stadt baut"], speaker: null };

function ask(
  input: {
    apiKey?: string;
    baseUrl?: string;
    signal?: AbortSignal;
    form?: AnswerForm;
    totalMs?: number;
  } = {},
) {
  const {
    apiKey = null,
    baseUrl = endpoint.baseUrl,
    signal = new AbortController().signal,
    form = "schema",
  } = input;
  const fetch = createLimitedFetch({
    connectMs: 2_000,
    totalMs: input.totalMs ?? 10_000,
    maxBytes: 100_000,
    isAllowedAddress: (address) => address === "127.0.0.1",
  });
  const open = async () => ({ baseUrl, model: "small-model", apiKey, fetch });
  return askModel(open, { prompt: PROMPT, form, signal });
}

async function failureWhen(behaviour: ModelBehaviour, input?: Parameters<typeof ask>[0]): Promise<Failure> {
  endpoint.behave(behaviour);
  const outcome: unknown = await ask(input).then(
    () => new Error("It did not fail"),
    (reason: unknown) => reason,
  );
  if (outcome instanceof AssistError) return outcome.failure;
  throw outcome;
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): ModelBehaviour =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
    return undefined;
  };

describe("what is sent", () => {
  test("goes to the path of chat completions with the model, the rules, the data and the form of the answer", async () => {
    endpoint.behave(() => JSON.stringify({ suggestions: [ONE] }));
    expect(await ask()).toEqual({ suggestions: [ONE], malformed: 0, form: "schema" });
    const [request, ...others] = endpoint.requests;
    expect(others).toEqual([]);
    expect(request?.path).toBe("/v1/chat/completions");
    expect(request?.body).toMatchObject({
      model: "small-model",
      temperature: 0,
      messages: [
        { role: "system", content: "rules" },
        { role: "user", content: 'data {"sentences":[]}' },
      ],
      response_format: { type: "json_schema" },
    });
    expect(request?.authorization).toBeUndefined();
  });

  test("carries the key where there is one", async () => {
    endpoint.behave(() => '{"suggestions":[]}');
    await ask({ apiKey: "sk-geheim" });
    expect(endpoint.requests[0]?.authorization).toBe("Bearer sk-geheim");
  });

  test("asks in plain text where the endpoint does not know response_format", async () => {
    endpoint.behave((request, response) =>
      request.body.response_format === undefined
        ? JSON.stringify({ suggestions: [ONE] })
        : answering(400, '{"error":{"message":"response_format is not supported"}}')(request, response),
    );
    expect(await ask()).toMatchObject({ suggestions: [ONE], form: "text" });
    expect(endpoint.requests).toHaveLength(2);
    expect(await ask({ form: "text" })).toMatchObject({ form: "text" });
    expect(endpoint.requests).toHaveLength(3);
  });
});

test("leaves out what some models refuse, such as the temperature, and asks no fourth time", async () => {
  endpoint.behave((request, response) =>
    "temperature" in request.body || "max_tokens" in request.body
      ? answering(400, '{"error":{"message":"temperature is not supported"}}')(request, response)
      : JSON.stringify({ suggestions: [ONE] }),
  );
  expect(await ask()).toMatchObject({ suggestions: [ONE], form: "bare" });
  endpoint.requests.length = 0;
  expect(await failureWhen(answering(400, ""))).toBe("serverError");
  expect(endpoint.requests).toHaveLength(3);
});

describe("answers that are no suggestions", () => {
  test.each<[string, ModelBehaviour, Failure]>([
    ["garbage", () => "{{{ nothing", "garbled"],
    ["cut JSON", () => '{"suggestions":[{"sentence":1,"wording":"Die', "garbled"],
    ["another shape", () => '{"claims":[]}', "garbled"],
    ["entries of another shape", () => '{"suggestions":[{"text":"Die Stadt baut."}]}', "garbled"],
    ["nothing", () => "", "empty"],
    ["a refusal in words", () => "I'm sorry, but I can't help with that.", "refused"],
    [
      "a refusal of the endpoint",
      answering(200, chatAnswer(null, { refusal: "I can't help with that." })),
      "refused",
    ],
    [
      "an answer that hit its limit",
      answering(200, chatAnswer('{"suggestions":[', { finishReason: "length" })),
      "garbled",
    ],
    ["no choices", answering(200, '{"choices":[]}'), "garbled"],
    ["a page", answering(200, "<html>Welcome</html>", { "content-type": "text/html" }), "garbled"],
    ["401", answering(401, '{"error":{"message":"bad key"}}'), "unauthorized"],
    ["403", answering(403, ""), "unauthorized"],
    ["404", answering(404, '{"error":{"message":"no such model"}}'), "notFound"],
    ["429", answering(429, "", { "retry-after": "3" }), "rateLimited"],
    ["500", answering(500, "<html>oops</html>"), "serverError"],
    ["a redirect", answering(302, "", { location: "http://127.0.0.1:1/v1/chat/completions" }), "redirected"],
    ["too much", answering(200, chatAnswer("x".repeat(200_000))), "tooLarge"],
    ["a packed answer", answering(200, "xx", { "content-encoding": "gzip" }), "tooLarge"],
  ])("names %s", async (_, behaviour, failure) => {
    expect(await failureWhen(behaviour)).toBe(failure);
  });

  test("asks once, whatever fails", async () => {
    expect(await failureWhen(answering(503, ""))).toBe("serverError");
    expect(endpoint.requests).toHaveLength(1);
  });

  test("follows no redirect", async () => {
    const other = await startModelEndpoint();
    await failureWhen(answering(307, "", { location: `${other.baseUrl}/chat/completions` }));
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe("endpoints that do not answer", () => {
  test("are left when the time is over, also when they drip", async () => {
    expect(await failureWhen(() => undefined, { totalMs: 50 })).toBe("timedOut");
    const drip: ModelBehaviour = (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 5);
      response.once("close", () => clearInterval(timer));
      return undefined;
    };
    expect(await failureWhen(drip, { totalMs: 80 })).toBe("timedOut");
  });

  test("stop being read at the limit of size, though they never end", async () => {
    let written = 0;
    const endless: ModelBehaviour = (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(16_384, " ");
      const write = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on("drain", write);
      write();
      return undefined;
    };
    expect(await failureWhen(endless)).toBe("tooLarge");
    expect(written).toBeLessThan(20_000_000);
  });

  test("are unreachable when nobody listens or the connection breaks", async () => {
    const gone = await startModelEndpoint();
    await gone.close();
    expect(await failureWhen(() => "", { baseUrl: gone.baseUrl })).toBe("unreachable");
    const reset: ModelBehaviour = (_, response) => {
      response.destroy();
      return undefined;
    };
    expect(await failureWhen(reset)).toBe("unreachable");
  });

  test("are not connected to at an address that is not allowed", async () => {
    expect(await failureWhen(() => "", { baseUrl: "http://127.0.0.2:9/v1" })).toBe("forbiddenHost");
  });

  test("end with the reason of whoever gives up", async () => {
    const controller = new AbortController();
    endpoint.behave(() => {
      controller.abort(new AssistError("cancelled"));
      return undefined;
    });
    await expect(ask({ signal: controller.signal })).rejects.toMatchObject({ failure: "cancelled" });
  });
});
