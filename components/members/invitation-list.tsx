"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { formApi } from "@/components/app-frame/form-api";
import { Button } from "@/components/ui/button";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { InvitationView } from "@/lib/members/member-views";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

/** Who was invited and has not come yet. */
export function InvitationList({ invitations }: { invitations: InvitationView[] }) {
  const t = useTranslations("members.invite");
  const columns = useTranslations("members.members");
  const words = useTranslations("members");
  const roles = useTranslations("vocabulary.role");
  const format = useFormatter();
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, failure } = useSubmission();

  async function revoke({ id, name }: InvitationView): Promise<void> {
    await submit(async () => {
      await formApi.revokeInvitation(id);
      router.refresh();
      showToast({ id: `invitation ${id}`, text: t("revoked", { name }) });
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <ProblemNote>{failure}</ProblemNote>
      <Table aria-label={t("table")}>
        <thead>
          <tr>
            <TableHead>{columns("name")}</TableHead>
            <TableHead className="max-sm:hidden">{columns("email")}</TableHead>
            <TableHead>{columns("role")}</TableHead>
            <TableHead>{t("expires")}</TableHead>
            <TableHead>
              <VisuallyHidden>{words("actions")}</VisuallyHidden>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <TableRow key={invitation.id}>
              <TableCell className="font-medium">{invitation.name}</TableCell>
              <TableCell className="text-ink-soft max-sm:hidden">{invitation.email}</TableCell>
              <TableCell>{roles(invitation.role)}</TableCell>
              <TableCell className="whitespace-nowrap text-ink-soft tabular-nums">
                {format.dateTime(new Date(invitation.expiresAt), "dayTime")}
              </TableCell>
              <TableCell className="text-right">
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t("revokeNamed", { name: invitation.name })}
                  isPending={isPending}
                  onClick={() => revoke(invitation)}
                >
                  {t("revoke")}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
