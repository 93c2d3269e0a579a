"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useAssistPlace } from "./assist-context";
import { SuggestionPanel } from "./suggestion-panel";

/** The door to a language model's suggestions; not there where the desk has none switched on. */
export function AssistButton() {
  const t = useTranslations("assist.panel");
  const place = useAssistPlace();
  const [isOpen, setIsOpen] = useState(false);
  if (place === null) return null;
  return (
    <>
      <Button variant="quiet" onClick={() => setIsOpen(true)}>
        {t("open")}
      </Button>
      {isOpen ? <SuggestionPanel place={place} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
