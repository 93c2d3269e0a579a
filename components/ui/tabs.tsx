"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

type Tab<Value extends string> = { value: Value; label: ReactNode; count?: number };

type Props<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
  /** TabPanel elements. */
  children?: ReactNode;
};

/** The row of words of 36 px over a list; the current one is underlined in ink. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  className,
  children,
}: Props<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className="flex min-h-0 min-w-0 flex-col"
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className={cn("flex h-9 shrink-0 items-stretch gap-3 overflow-x-auto px-4", className)}
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="group inline-flex shrink-0 items-center text-ink-soft text-sm tabular-nums transition-colors hover:text-ink data-active:font-medium data-active:text-ink"
          >
            <span className="underline-offset-6 group-data-active:underline">
              {tab.label}
              {tab.count === undefined ? null : ` ${tab.count}`}
            </span>
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  );
}

export function TabPanel({
  value,
  className,
  children,
}: {
  value: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Base.Panel value={value} className={cn("min-h-0 flex-1", className)}>
      {children}
    </Base.Panel>
  );
}
