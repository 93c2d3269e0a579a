"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { formatWorkspaceUrl } from "@/components/workspace/workspace-url";
import type { ClaimView } from "@/lib/claims/claim-view";
import { CLAIM_KINDS } from "@/lib/claims/claim-vocabulary";
import { cn } from "@/lib/cn";
import { overlaps } from "@/lib/text/span";
import { SPEAKER, SPEAKER_ROLE } from "./claim-text";
import { ClaimTextField } from "./claim-text-field";

/** Who says it and how it is said, always in view where it is not the author's own assertion; then what kind it is. */
export function ClaimAbout({ claim, isEditing }: { claim: ClaimView; isEditing: boolean }) {
  const t = useTranslations("claims.about");
  const vocabulary = useTranslations("vocabulary");
  const speech = [
    claim.mode === "author" ? null : word(vocabulary, "mode", claim.mode),
    claim.modality === "asserted" ? null : word(vocabulary, "modality", claim.modality),
  ].filter((part) => part !== null);
  const facts = [
    word(vocabulary, "kind", claim.kind),
    claim.sentence === null ? null : t("sentence", { number: claim.sentence + 1 }),
    claim.repeats.length === 0 ? null : t("repeats", { count: claim.repeats.length }),
    claim.origin === "HAND" ? t("byHand") : null,
    claim.origin === "MODEL" ? t("byModel") : null,
  ].filter((part) => part !== null);
  const reasons = claim.reasons.map((reason) => word(vocabulary, "checkReason", reason));

  return (
    <div className="flex flex-col gap-0.5 text-sm">
      {claim.speaker !== null || speech.length > 0 ? (
        <p>
          {claim.speaker === null ? null : (
            <>
              <span className="font-medium">{claim.speaker}</span>
              {claim.speakerRole ? <span className="text-ink-soft">, {claim.speakerRole}</span> : null}
            </>
          )}
          {claim.speaker !== null && speech.length > 0 ? " · " : null}
          <span
            className={cn("text-ink-soft", claim.speaker === null && "inline-block first-letter:uppercase")}
          >
            {speech.join(" · ")}
          </span>
        </p>
      ) : null}
      <p className="text-ink-faint text-xs">
        <span className="inline-block first-letter:uppercase">{facts.join(" · ")}</span>
        {reasons.length === 0 ? null : ` · ${t("reasons", { reasons: reasons.join(", ") })}`}
      </p>
      <Overlapping claim={claim} />
      {isEditing ? <AboutForm claim={claim} /> : null}
    </div>
  );
}

/** The word of a vocabulary for a value of the splitter; a value it does not know stands as it is. */
function word(
  vocabulary: ReturnType<typeof useTranslations<"vocabulary">>,
  group: "mode" | "modality" | "kind" | "checkReason",
  value: string,
): string {
  const key = `${group}.${value}` as Parameters<typeof vocabulary>[0];
  return vocabulary.has(key) ? vocabulary(key) : value;
}

function AboutForm({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.about");
  const vocabulary = useTranslations("vocabulary.kind");
  const { store } = useTools();
  const kinds = CLAIM_KINDS.some((kind) => kind === claim.kind) ? CLAIM_KINDS : [claim.kind, ...CLAIM_KINDS];
  return (
    <div className="mt-2 grid gap-2">
      <p className="grid gap-1">
        <span className="font-medium">{t("speaker")}</span>
        <ClaimTextField claim={claim} spec={SPEAKER} label={t("speaker")} />
      </p>
      <p className="grid gap-1">
        <span className="font-medium">{t("speakerRole")}</span>
        <ClaimTextField claim={claim} spec={SPEAKER_ROLE} label={t("speakerRole")} />
      </p>
      <Field label={t("kind")}>
        <Select
          value={claim.kind}
          onChange={(event) =>
            void store.change(claim.id, { type: "update", patch: { kind: event.target.value } })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {vocabulary.has(kind as Parameters<typeof vocabulary>[0])
                ? vocabulary(kind as Parameters<typeof vocabulary>[0])
                : kind}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** The other claims on the same words: a click in the text opens only the innermost. */
function Overlapping({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.about");
  const { navigation } = useTools();
  const anchors = useWorkspace((state) => state.anchors);
  const shown = useWorkspace((state) => state.shown);
  const others = anchors
    .filter(({ id, spans }) => id !== claim.id && spans.some((a) => claim.spans.some((b) => overlaps(a, b))))
    .flatMap(({ id }) => shown.get(id) ?? []);
  if (others.length === 0) return null;
  return (
    <p className="text-ink-faint text-xs">
      {t("overlaps")}{" "}
      {others.map((other, index) => (
        <span key={other.id}>
          {index > 0 ? ", " : null}
          <a
            href={formatWorkspaceUrl({ claimId: other.id, filter: "all" })}
            className="underline underline-offset-2 hover:text-ink"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              navigation.goTo(other.id);
            }}
          >
            {t("claim", { number: other.number })}
          </a>
        </span>
      ))}
    </p>
  );
}
