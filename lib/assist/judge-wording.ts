import { checkWorthinessOf } from "@/lib/claims/check-worthiness";
import { claimKindOf } from "@/lib/claims/claim-kind";
import type {
  CheckReason,
  ClaimKind,
  ClaimModality,
  ClaimMode,
  SetAside,
} from "@/lib/claims/claim-vocabulary";
import { proposeSetAside } from "@/lib/claims/propose-set-aside";
import { readWording } from "@/lib/claims/read-statement";

/** Kind, worth, reasons and set-aside proposal of a suggestion that becomes a claim, by the splitter's own rules. */
export function judgeWording(
  { wording, mode, modality }: { wording: string; mode: ClaimMode; modality: ClaimModality },
  language: string,
): { kind: ClaimKind; checkWorthiness: number; reasons: CheckReason[]; setAside: SetAside | null } {
  const statement = readWording(wording, language);
  const { score, reasons } = checkWorthinessOf({ statement, modality, mode });
  const kind = claimKindOf({ statement, modality, reasons });
  return {
    kind,
    checkWorthiness: score,
    reasons: [...reasons],
    setAside: proposeSetAside({ modality, reasons }),
  };
}
