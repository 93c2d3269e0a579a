"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ApiTokenView } from "@/lib/members/member-views";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

/** The own API tokens, by what they are for. */
export function TokenList({ tokens }: { tokens: ApiTokenView[] }) {
  const t = useTranslations("members.tokens");
  const words = useTranslations("members");
  const format = useFormatter();
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, failure } = useSubmission();
  // The question outlives its dialog, which still shows it while it fades.
  const [asked, setAsked] = useState<ApiTokenView | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  async function revoke({ id, name }: ApiTokenView): Promise<void> {
    await submit(async () => {
      await formApi.revokeApiToken(id);
      router.refresh();
      showToast({ id: `token ${id}`, text: t("revoked", { name }) });
    });
    setIsAsking(false);
  }

  return (
    <div className="flex flex-col gap-3">
      <ProblemNote>{failure}</ProblemNote>
      <Table aria-label={t("table")}>
        <thead>
          <tr>
            <TableHead>{t("name")}</TableHead>
            <TableHead>{t("created")}</TableHead>
            <TableHead>{t("lastUsed")}</TableHead>
            <TableHead>
              <VisuallyHidden>{words("actions")}</VisuallyHidden>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TableRow key={token.id}>
              <TableCell className="font-medium">{token.name}</TableCell>
              <TableCell className="whitespace-nowrap text-ink-soft tabular-nums">
                {format.dateTime(new Date(token.createdAt), "day")}
              </TableCell>
              <TableCell className="whitespace-nowrap text-ink-soft tabular-nums">
                {token.lastUsedAt === null
                  ? t("never")
                  : format.dateTime(new Date(token.lastUsedAt), "dayTime")}
              </TableCell>
              <TableCell className="text-right">
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t("revokeNamed", { name: token.name })}
                  onClick={() => {
                    setAsked(token);
                    setIsAsking(true);
                  }}
                >
                  {t("revoke")}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t("askRevokeTitle", { name: asked?.name ?? "" })}
        confirmLabel={t("revoke")}
        cancelLabel={words("cancel")}
        isDanger
        isPending={isPending}
        onConfirm={() => {
          if (asked) void revoke(asked);
        }}
      >
        {t("askRevokeBody")}
      </AlertDialog>
    </div>
  );
}
