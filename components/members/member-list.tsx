"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Role } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/policy";
import type { MemberView } from "@/lib/members/member-views";
import { routes } from "@/lib/routes";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

/** What is asked before it is done. */
type Question = { member: MemberView } & ({ kind: "role"; role: Role } | { kind: "disable" });

type Props = { members: MemberView[]; ownId: string; canManage: boolean };

/** Everyone of the desk; admins change roles and shut people out here. */
export function MemberList({ members, ownId, canManage }: Props) {
  const t = useTranslations("members.members");
  const words = useTranslations("members");
  const roles = useTranslations("vocabulary.role");
  const format = useFormatter();
  const router = useRouter();
  const { showToast } = useToast();
  const { submit, isPending, errors, failure } = useSubmission();
  // The question outlives its dialog, which still shows it while it fades.
  const [question, setQuestion] = useState<Question | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  function ask(next: Question): void {
    setQuestion(next);
    setIsAsking(true);
  }

  async function change(
    member: MemberView,
    input: { role?: Role; isDisabled?: boolean },
    done: string,
  ): Promise<void> {
    await submit(async () => {
      await formApi.updateMember(member.id, input);
      if (member.id === ownId) {
        window.location.assign(routes.signIn());
        return;
      }
      router.refresh();
      showToast({ id: `member ${member.id}`, text: done });
    });
    setIsAsking(false);
  }

  function confirm(): void {
    if (question?.kind === "role") {
      const { member, role } = question;
      void change(member, { role }, t("roleChanged", { name: member.name }));
    }
    if (question?.kind === "disable") {
      const { member } = question;
      void change(member, { isDisabled: true }, t("nowDisabled", { name: member.name }));
    }
  }

  function wordQuestion(asked: Question): string {
    if (asked.kind === "disable") return t("askDisableBody");
    const role = roles(asked.role);
    return asked.member.id === ownId
      ? t("askOwnRoleBody", { role })
      : t("askRoleBody", { role, name: asked.member.name });
  }

  const name = question?.member.name ?? "";
  return (
    <div className="flex flex-col gap-3">
      <ProblemNote>{errors.role ?? failure}</ProblemNote>
      <Table aria-label={t("table")}>
        <thead>
          <tr>
            <TableHead>{t("name")}</TableHead>
            {canManage ? <TableHead className="max-md:hidden">{t("email")}</TableHead> : null}
            <TableHead>{t("role")}</TableHead>
            <TableHead className="max-md:hidden">{t("joined")}</TableHead>
            {canManage ? (
              <TableHead>
                <VisuallyHidden>{words("actions")}</VisuallyHidden>
              </TableHead>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <TableRow key={member.id}>
              <TableCell>
                <span className="flex items-center gap-2">
                  <span className="font-medium">{member.name}</span>
                  {member.id === ownId ? <span className="text-ink-faint text-xs">{t("you")}</span> : null}
                  {member.isDisabled ? <Badge>{t("disabled")}</Badge> : null}
                </span>
              </TableCell>
              {canManage ? (
                <TableCell className="text-ink-soft max-md:hidden">{member.email}</TableCell>
              ) : null}
              <TableCell>
                {canManage ? (
                  <Select
                    aria-label={t("roleOf", { name: member.name })}
                    className="w-40"
                    value={member.role}
                    onChange={(event) => {
                      const role = ROLES.find((one) => one === event.target.value);
                      if (role) ask({ kind: "role", member, role });
                    }}
                  >
                    {ROLES.toReversed().map((role) => (
                      <option key={role} value={role}>
                        {roles(role)}
                      </option>
                    ))}
                  </Select>
                ) : (
                  roles(member.role)
                )}
              </TableCell>
              <TableCell className="whitespace-nowrap text-ink-soft tabular-nums max-md:hidden">
                {format.dateTime(new Date(member.joinedAt), "day")}
              </TableCell>
              {canManage ? (
                <TableCell className="text-right">
                  {member.isDisabled ? (
                    <Button
                      size="sm"
                      aria-label={t("enableNamed", { name: member.name })}
                      isPending={isPending}
                      onClick={() =>
                        change(member, { isDisabled: false }, t("nowEnabled", { name: member.name }))
                      }
                    >
                      {t("enable")}
                    </Button>
                  ) : (
                    <Button
                      size="sm"
                      variant="quiet"
                      aria-label={t("disableNamed", { name: member.name })}
                      onClick={() => ask({ kind: "disable", member })}
                    >
                      {t("disable")}
                    </Button>
                  )}
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </tbody>
      </Table>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={question?.kind === "disable" ? t("askDisableTitle", { name }) : t("askRoleTitle", { name })}
        confirmLabel={question?.kind === "disable" ? t("disable") : t("changeRole")}
        cancelLabel={words("cancel")}
        isDanger={question?.kind === "disable"}
        isPending={isPending}
        onConfirm={confirm}
      >
        {question ? wordQuestion(question) : null}
      </AlertDialog>
    </div>
  );
}
