"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { ProblemNote } from "./problem-note";
import { useSubmission } from "./use-submission";

/** Makes an API token: asks what for, then shows it, this once. */
export function CreateTokenButton() {
  const t = useTranslations("members.tokens");
  const words = useTranslations("members");
  const router = useRouter();
  const { submit, isPending, errors, failure } = useSubmission();
  const write = useRepeatableWrite();
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);

  function open(): void {
    setMade(null);
    setIsOpen(true);
  }

  async function create(): Promise<void> {
    await submit(async () => {
      setMade(await write({ name: nameInput.current?.value ?? "" }, formApi.createApiToken));
      router.refresh();
    }, nameInput.current?.form ?? undefined);
  }

  return (
    <>
      <Button variant="primary" onClick={open}>
        {t("create")}
      </Button>
      {made === null ? (
        <Dialog
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          isSticky
          width="sm"
          title={t("createTitle")}
          onSubmit={create}
          footer={
            <>
              <Button onClick={() => setIsOpen(false)}>{words("cancel")}</Button>
              <Button type="submit" variant="primary" isPending={isPending}>
                {t("create")}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            <Field label={t("name")} description={t("nameHint")} error={errors.name} isRequired>
              <TextInput ref={nameInput} name="name" autoComplete="off" maxLength={120} />
            </Field>
            <ProblemNote>{failure}</ProblemNote>
          </div>
        </Dialog>
      ) : (
        <Dialog
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          isSticky
          title={t("createdTitle", { name: made.name })}
          footer={
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              {t("done")}
            </Button>
          }
        >
          <CopyField
            label={t("token")}
            value={made.token}
            description={t("tokenHint")}
            copyLabel={t("copy")}
            copiedLabel={t("copied")}
          />
        </Dialog>
      )}
    </>
  );
}
