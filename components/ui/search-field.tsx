"use client";

import Form from "next/form";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import { inputClass } from "./text-input";

const PAUSE_MS = 250;

type Props = {
  /** The path of the list; the query goes into `?q=`. */
  action: string;
  label: string;
  placeholder?: string;
  query: string;
  /** Shown in the field: the key that leads here. */
  shortcut?: string;
  className?: string;
};

/** Searches a list whose query lives in the address: while typing, and by Enter without scripts. */
export function SearchField({ action, label, placeholder, query, shortcut, className }: Props) {
  const router = useRouter();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  function searchSoon(value: string): void {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const search = value.trim() === "" ? "" : `?${new URLSearchParams({ q: value.trim() })}`;
      router.replace(`${action}${search}`, { scroll: false });
    }, PAUSE_MS);
  }

  return (
    <Form
      action={action}
      role="search"
      className={cn("relative", className)}
      onSubmit={() => clearTimeout(pause.current)}
    >
      <Icon name="search" className="pointer-events-none absolute top-2 left-2 text-ink-faint" />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={query}
        maxLength={200}
        autoComplete="off"
        className={cn(inputClass, "peer h-8 pr-8 pl-8")}
        onChange={(event) => searchSoon(event.currentTarget.value)}
      />
      {shortcut === undefined ? null : (
        <Kbd className="pointer-events-none absolute top-2 right-2 peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden pointer-coarse:hidden">
          {shortcut}
        </Kbd>
      )}
    </Form>
  );
}
