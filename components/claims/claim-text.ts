import type { ClaimField, ClaimPatch } from "@/components/workspace/workspace-model";
import type { ClaimView } from "@/lib/claims/claim-view";

/** A field of a claim that is typed: how it reads as text and what a text makes of it. */
export type ClaimText = {
  field: ClaimField;
  read: (claim: ClaimView) => string;
  patch: (text: string, claim: ClaimView) => ClaimPatch;
};

const orNull = (text: string) => (text.trim() === "" ? null : text);

/** The language a second wording is in where none has been chosen: the other one of the two of the interface. */
export function otherLanguage(language: string): string {
  return language.startsWith("de") ? "en" : "de";
}

export const WORDING: ClaimText = {
  field: "wording",
  read: (claim) => claim.wording,
  patch: (text) => ({ wording: text }),
};

export const REASON: ClaimText = {
  field: "reason",
  read: (claim) => claim.reason,
  patch: (text) => ({ reason: text }),
};

export const SPEAKER: ClaimText = {
  field: "speaker",
  read: (claim) => claim.speaker ?? "",
  patch: (text) => ({ speaker: orNull(text) }),
};

export const SPEAKER_ROLE: ClaimText = {
  field: "speakerRole",
  read: (claim) => claim.speakerRole ?? "",
  patch: (text) => ({ speakerRole: orNull(text) }),
};

/** The second wording; an emptied one is taken away. */
export function translationInto(language: string): ClaimText {
  return {
    field: "translation",
    read: (claim) => claim.translation?.wording ?? "",
    patch: (text, claim) => ({
      translation:
        text.trim() === "" ? null : { language: claim.translation?.language ?? language, wording: text },
    }),
  };
}
