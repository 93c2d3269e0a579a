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

const unasked = () => null;

/**
 * Asks the person on the screen to sign in again without leaving the page: the session has ended or is somebody
 * else's, what is typed is still theirs. Whoever signs in instead is asked again, for nothing is sent under their name.
 */
export function SignInDialog({ request }: { request: SignInRequest }) {
  const t = useTranslations("workspace.signIn");
  const { userName } = useFrame();
  const reason = useSyncExternalStore(request.subscribe, request.reason, unasked);
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
    request.settle(true);
  }

  return (
    <Dialog
      isOpen={reason !== null}
      onOpenChange={(next) => !next && request.settle(false)}
      title={t("title")}
      description={t(reason === "otherUser" ? "leadOtherUser" : "lead", { name: userName })}
      width="sm"
      isSticky
      onSubmit={() => void submit()}
      footer={
        <>
          {reason === "otherUser" ? (
            <Button onClick={() => window.location.reload()}>{t("reload")}</Button>
          ) : null}
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
