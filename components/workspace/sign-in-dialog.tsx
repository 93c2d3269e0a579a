"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useFrame } from "@/components/app-frame/frame-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { signInInPlace } from "@/lib/http/auth-client";
import type { SignInRequest } from "./sign-in-request";
import { useTools } from "./workspace-context";

const closed = () => false;

/** Asks to sign in again without leaving the page: the session has ended, what is typed has not. */
export function SignInDialog({ request }: { request: SignInRequest }) {
  const t = useTranslations("workspace.signIn");
  const { userName, userId } = useFrame();
  const { api } = useTools();
  const isOpen = useSyncExternalStore(request.subscribe, request.isOpen, closed);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function submit(): Promise<void> {
    setIsPending(true);
    setError(null);
    const result = await signInInPlace({ email, password });
    setIsPending(false);
    if (!result.ok) {
      setError(
        result.error === "tooMany"
          ? t("tooMany", { minutes: Math.ceil(result.retryAfterSeconds / 60) })
          : t(result.error),
      );
      return;
    }
    setPassword("");
    // Somebody else at the same machine: what waits here is not theirs to send.
    if ((await api.whoAmI()).id !== userId) {
      window.location.reload();
      return;
    }
    request.settle(true);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => !next && request.settle(false)}
      title={t("title")}
      description={t("lead", { name: userName })}
      width="sm"
      isSticky
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={() => request.settle(false)}>{t("later")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("signIn")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t("email")}>
          <TextInput
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={t("password")} error={error}>
          <TextInput
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
