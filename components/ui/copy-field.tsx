"use client";

import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { TextInput } from "./text-input";

type Props = {
  label: ReactNode;
  value: string;
  description?: ReactNode;
  copyLabel: ReactNode;
  copiedLabel: ReactNode;
};

/** A value to take along, such as a link that is shown once. */
export function CopyField({ label, value, description, copyLabel, copiedLabel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    input.current?.select();
    // The clipboard interface exists on https and localhost only; the text stays selected for the keyboard.
    if (navigator.clipboard === undefined) return;
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  }

  return (
    <Field label={label} description={description}>
      <div className="flex gap-2">
        <TextInput
          ref={input}
          readOnly
          value={value}
          className="font-mono text-sm"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>
          <span aria-live="polite">{isCopied ? copiedLabel : copyLabel}</span>
        </Button>
      </div>
    </Field>
  );
}
