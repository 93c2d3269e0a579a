import type { DraftBox } from "@/components/drafts/draft-box";
import type { Outcome, WorkspaceStore } from "@/components/workspace/workspace-store";
import type { ClaimText } from "./claim-text";

/**
 * Sends the draft of a text against the version it was typed on. The draft is forgotten when the server has taken it,
 * never before: what is on the screen is only hoped for, and asking again while an answer is awaited waits for it.
 */
export async function saveClaimText(
  { store, drafts }: { store: WorkspaceStore; drafts: DraftBox },
  { claimId, spec }: { claimId: string; spec: ClaimText },
): Promise<Outcome> {
  const place = { recordId: claimId, field: spec.field };
  const sent = drafts.read(place);
  if (!sent) return "saved";
  const { shown, stored } = store.getState();
  const [claim, acknowledged] = [shown.get(claimId), stored.get(claimId)];
  if (!claim || !acknowledged) return "refused";
  const patch = spec.patch(sent.text, claim);
  const awaited = store.outcomeOf(claimId, patch);
  if (awaited) return await awaited;
  const onScreen = spec.read(claim);
  if (sent.text === onScreen && sent.text === spec.read(acknowledged)) {
    drafts.clear(place, sent.text);
    return "saved";
  }

  const version = sent.base && sent.base.text !== onScreen ? sent.base.version : undefined;
  const outcome = await store.change(claimId, { type: "update", patch }, version);
  if (outcome !== "saved") return outcome;
  const now = drafts.read(place);
  const taken = store.getState().stored.get(claimId);
  if (now && now.text !== sent.text && taken) {
    drafts.write(place, { text: now.text, base: { version: taken.version, text: spec.read(taken) } });
  } else drafts.clear(place, sent.text);
  return outcome;
}
