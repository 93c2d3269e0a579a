import { describe, expect, it } from "vitest";
import { openDraftBox } from "@/components/drafts/draft-box";
import { buildArticle, buildClaim } from "@/components/workspace/workspace-fixtures";
import { openWorkspace } from "@/components/workspace/workspace-state";
import { createWorkspaceStore } from "@/components/workspace/workspace-store";
import { createApiClient, newMutationId } from "@/lib/http/api-client";
import { REASON } from "./claim-text";
import { saveClaimText } from "./save-claim-text";

const place = { recordId: "a", field: "reason" };

/** A storage of a browser, in memory. */
function memory() {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** A claim whose reason has been typed, over a server that answers when it is told to. */
function typed(text: string) {
  const answers: ((response: Response) => void)[] = [];
  const api = createApiClient({
    fetch: () => new Promise<Response>((resolve) => answers.push(resolve)),
    userId: "user",
    signIn: async () => false,
    onReachable: () => {},
    wait: async () => {},
    newMutationId,
  });
  const store = createWorkspaceStore({
    initial: openWorkspace(buildArticle([buildClaim({ id: "a" })]), { claimId: "a", filter: "all" }),
    api,
    now: () => 7,
  });
  const drafts = openDraftBox({ storage: memory(), userId: "u", tabId: "t", now: () => 1 });
  drafts.write(place, { text, base: { version: 1, text: "" } });
  const save = () => saveClaimText({ store, drafts }, { claimId: "a", spec: REASON });
  const draft = () => drafts.read(place)?.text ?? null;
  return { store, drafts, answers, save, draft };
}

const taken = (reason: string) => Response.json(buildClaim({ id: "a", version: 2, reason }));
const broken = () =>
  new Response(JSON.stringify({ status: 500, code: "UNEXPECTED" }), {
    status: 500,
    headers: { "content-type": "application/problem+json" },
  });

describe("saving a text of a claim", () => {
  it("keeps the draft through a second press while the first is under way, and shares its outcome", async () => {
    const { save, draft, answers } = typed("because");
    const first = save();
    const second = save();
    expect(draft()).toBe("because");
    answers[0]?.(broken());
    expect(await Promise.all([first, second])).toEqual(["refused", "refused"]);
    expect(draft()).toBe("because");
    expect(answers).toHaveLength(1);
  });

  it("forgets the draft when the server has taken it", async () => {
    const { save, draft, answers } = typed("because");
    const saved = save();
    answers[0]?.(taken("because"));
    expect(await saved).toBe("saved");
    expect(draft()).toBeNull();
  });

  it("sends a text that goes back to what is stored while another one is under way", async () => {
    const { save, drafts, draft, answers } = typed("because");
    const first = save();
    drafts.write(place, { text: "", base: { version: 1, text: "" } });
    const second = save();
    answers[0]?.(taken("because"));
    await first;
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(Response.json(buildClaim({ id: "a", version: 3 })));
    expect(await second).toBe("saved");
    expect(draft()).toBeNull();
  });
});
