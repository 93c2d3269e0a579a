"use client";

import type { ComponentProps } from "react";
import { useLayoutEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { useFieldLinks } from "./field";
import { inputClass } from "./text-input";

/** For browsers without `field-sizing`: the height of the text, unless the area has a fixed one. */
function fitHeight(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** Grows with its text; `className` may bound it (min-h-*, max-h-*). */
export function TextArea({ className, onInput, ...props }: ComponentProps<"textarea">) {
  const links = useFieldLinks();
  const area = useRef<HTMLTextAreaElement>(null);
  // A value set from outside (a restored draft) must fit as well as one typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is what changes the height
  useLayoutEffect(() => {
    if (area.current !== null) fitHeight(area.current);
  }, [props.value]);
  return (
    <textarea
      ref={area}
      rows={2}
      {...links}
      className={cn(inputClass, "field-sizing-content min-h-14 resize-none py-1", className)}
      onInput={(event) => {
        fitHeight(event.currentTarget);
        onInput?.(event);
      }}
      {...props}
    />
  );
}
