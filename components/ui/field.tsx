"use client";

import type { ReactNode } from "react";
import { createContext, useContext, useId } from "react";
import { cn } from "@/lib/cn";

type FieldLinks = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  required: boolean | undefined;
};

const FieldContext = createContext<FieldLinks | null>(null);

/** What ties a control to the label, description and error of the field around it; empty outside a field. */
export function useFieldLinks(): Partial<FieldLinks> {
  return useContext(FieldContext) ?? {};
}

type Props = {
  label: ReactNode;
  /** A word behind the label, such as "optional". */
  hint?: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, one control (TextInput, TextArea, Select …), what explains it and what is wrong with it. */
export function Field({
  label,
  hint,
  description,
  error,
  isRequired,
  isLabelHidden,
  className,
  children,
}: Props) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== false && error !== "";
  const describedBy = [description ? `${id}-description` : "", hasError ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <label
        htmlFor={id}
        className={cn("flex items-baseline gap-2 font-medium text-sm", isLabelHidden && "sr-only")}
      >
        {label}
        {hint ? <span className="font-normal text-ink-faint text-xs">{hint}</span> : null}
      </label>
      <FieldContext
        value={{
          id,
          "aria-describedby": describedBy === "" ? undefined : describedBy,
          "aria-invalid": hasError || undefined,
          required: isRequired,
        }}
      >
        {children}
      </FieldContext>
      {description ? (
        <p id={`${id}-description`} className="text-ink-faint text-xs">
          {description}
        </p>
      ) : null}
      {hasError ? (
        <p id={`${id}-error`} className="flex gap-1 text-danger-ink text-xs">
          <span aria-hidden="true">✕</span>
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
