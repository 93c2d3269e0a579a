"use client";

import type { ComponentProps } from "react";
import { useImperativeHandle, useLayoutEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { useFieldLinks } from "./field";
import { inputClass } from "./text-input";

/** For browsers without `field-sizing`: the height of the text. */
function fitHeight(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

type Props = ComponentProps<"textarea"> & {
  /** Keeps the height its classes give it and scrolls inside. */
  isFixed?: boolean;
};

/** Grows with its text; `className` may bound it (min-h-*, max-h-*). */
export function TextArea({ ref, isFixed = false, className, onInput, ...props }: Props) {
  const links = useFieldLinks();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement, []);
  // A value set from outside (a restored draft) must fit as well as one typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is what changes the height
  useLayoutEffect(() => {
    if (area.current !== null && !isFixed) fitHeight(area.current);
  }, [props.value, isFixed]);
  return (
    <textarea
      ref={area}
      rows={2}
      {...links}
      className={cn(
        inputClass,
        "resize-none py-1",
        isFixed ? "overflow-y-auto" : "field-sizing-content min-h-14",
        className,
      )}
      onInput={(event) => {
        if (!isFixed) fitHeight(event.currentTarget);
        onInput?.(event);
      }}
      {...props}
    />
  );
}
