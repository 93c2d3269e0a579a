"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { PASSWORD_MAX_LENGTH } from "@/lib/auth/password-rules";

type Props = { name: string; autoComplete: "current-password" | "new-password" };

/** A password that can be looked at while it is typed; goes inside a Field. */
export function PasswordInput({ name, autoComplete }: Props) {
  const t = useTranslations("auth.password");
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="flex gap-2">
      <TextInput
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete={autoComplete}
        maxLength={PASSWORD_MAX_LENGTH}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button aria-label={isShown ? t("hide") : t("show")} onClick={() => setIsShown(!isShown)}>
        {isShown ? t("hideShort") : t("showShort")}
      </Button>
    </div>
  );
}
