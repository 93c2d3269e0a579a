"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Select } from "@/components/ui/select";
import { KeyHint } from "@/components/workspace/key-hint";
import { useMemberName, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { can } from "@/lib/auth/policy";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimState } from "@/lib/claims/verdict-scale";
import { isLocked, reachableStates } from "@/lib/claims/workflow";

/** Reads as text until it is pointed at. */
const plainSelect =
  "-ml-2 max-w-full [&>select]:h-7 [&>select]:border-transparent [&>select]:bg-transparent [&>select]:hover:border-line-strong [&>select]:focus-visible:border-line-strong [&>svg]:top-1.5";

/** Where the work is and whose it is. */
export function StateAndAssignee({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const vocabulary = useTranslations("vocabulary.state");
  const { store, rights } = useTools();
  const members = useWorkspace((state) => state.members);
  const assigneeName = useMemberName(claim.assigneeId);
  const states = rights.canEdit
    ? reachableStates({ state: claim.state, verdict: claim.verdict, isReviewer: rights.isReviewer })
    : [];
  const canAssign = rights.canEdit && !isLocked(claim);
  const strangers = assigneeName === null && claim.assigneeId !== null;

  return (
    <div className="flex flex-col">
      <Row label={t("state")} hint={states.length > 1 ? <KeyHint command="setState" /> : null}>
        {states.length > 1 ? (
          <Select
            className={plainSelect}
            aria-label={t("state")}
            data-command="setState"
            value={claim.state}
            onChange={(event) =>
              void store.change(claim.id, {
                type: "update",
                patch: { state: event.target.value as ClaimState },
              })
            }
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {vocabulary(state)}
              </option>
            ))}
          </Select>
        ) : (
          <span className="inline-block first-letter:uppercase">{vocabulary(claim.state)}</span>
        )}
      </Row>
      <Row label={t("assignee")} hint={canAssign ? <KeyHint command="assign" /> : null}>
        {canAssign ? (
          <Select
            className={plainSelect}
            aria-label={t("assignee")}
            data-command="assign"
            value={claim.assigneeId ?? ""}
            onChange={(event) =>
              void store.change(claim.id, {
                type: "update",
                patch: { assigneeId: event.target.value === "" ? null : event.target.value },
              })
            }
          >
            <option value="">{t("nobody")}</option>
            {strangers ? <option value={claim.assigneeId ?? ""}>{t("formerMember")}</option> : null}
            {members
              .filter((member) => can(member, "claim.edit") || member.id === claim.assigneeId)
              .map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
          </Select>
        ) : (
          <span>{assigneeName ?? (strangers ? t("formerMember") : t("nobody"))}</span>
        )}
      </Row>
    </div>
  );
}

function Row({ label, hint, children }: { label: string; hint: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-7 grid-cols-[6rem_minmax(0,1fr)_auto] items-center">
      <span className="truncate text-ink-soft">{label}</span>
      <span className="min-w-0">{children}</span>
      {hint}
    </div>
  );
}
