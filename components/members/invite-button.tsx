"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { Role } from "@/lib/auth/policy";
import { ROLES } from "@/lib/auth/policy";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

type Made = { name: string; link: string; expiresAt: string };

/** Invites a person: asks who and as what, then shows the link, this once. */
export function InviteButton() {
  const t = useTranslations("members.invite");
  const words = useTranslations("members");
  const roles = useTranslations("vocabulary.role");
  const format = useFormatter();
  const router = useRouter();
  const { submit, isPending, errors, failure } = useSubmission();
  const write = useRepeatableWrite();
  const [isOpen, setIsOpen] = useState(false);
  const [role, setRole] = useState<Role>("EDITOR");
  const [made, setMade] = useState<Made | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const emailInput = useRef<HTMLInputElement>(null);

  function open(): void {
    setMade(null);
    setIsOpen(true);
  }

  async function invite(): Promise<void> {
    const name = nameInput.current?.value ?? "";
    const email = emailInput.current?.value ?? "";
    await submit(async () => {
      setMade(await write({ name, email, role }, formApi.addInvitation));
      router.refresh();
    }, emailInput.current?.form ?? undefined);
  }

  return (
    <>
      <Button variant="primary" onClick={open}>
        {t("button")}
      </Button>
      {made === null ? (
        <Dialog
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          isSticky
          width="sm"
          title={t("title")}
          description={t("lead")}
          onSubmit={invite}
          footer={
            <>
              <Button onClick={() => setIsOpen(false)}>{words("cancel")}</Button>
              <Button type="submit" variant="primary" isPending={isPending}>
                {t("submit")}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            <Field label={words("members.name")} error={errors.name} isRequired>
              <TextInput ref={nameInput} name="name" autoComplete="off" maxLength={120} />
            </Field>
            <Field label={words("members.email")} error={errors.email} isRequired>
              <TextInput
                ref={emailInput}
                name="email"
                type="email"
                autoComplete="off"
                autoCapitalize="none"
              />
            </Field>
            <RadioGroup<Role>
              legend={words("members.role")}
              name="role"
              value={role}
              onValueChange={setRole}
              options={ROLES.toReversed().map((one) => ({
                value: one,
                label: roles(one),
                description: words(`roleMeaning.${one}`),
              }))}
            />
            <ProblemNote>{failure}</ProblemNote>
          </div>
        </Dialog>
      ) : (
        <Dialog
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          isSticky
          title={t("linkTitle", { name: made.name })}
          footer={
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              {t("done")}
            </Button>
          }
        >
          <CopyField
            label={t("link")}
            value={made.link}
            description={t("linkHint", { time: format.dateTime(new Date(made.expiresAt), "dayTime") })}
            copyLabel={t("copy")}
            copiedLabel={t("copied")}
          />
        </Dialog>
      )}
    </>
  );
}
