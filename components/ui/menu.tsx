"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";

/** The box of whatever opens beside a control. */
export const floatingBoxClass =
  "float-motion max-h-(--available-height) max-w-(--available-width) overflow-y-auto rounded-md bg-surface text-ink shadow-float outline-none forced-colors:border";

const itemClass =
  "flex min-h-8 select-none items-center gap-2 rounded-sm px-2 py-1 text-ink text-sm no-underline outline-none data-disabled:opacity-50 data-highlighted:bg-sunken forced-colors:data-highlighted:outline-2";

type Props = {
  /** A Button or IconButton. */
  trigger: ComponentProps<typeof Base.Trigger>["render"];
  /** What the actions are about: names the region the open menu stands in. */
  label: string;
  side?: "top" | "bottom";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

/** A list of actions behind a button. Arrow keys, first letters, Escape. */
export function Menu({ trigger, label, side = "bottom", align = "end", className, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-30 outline-none"
        >
          <Base.Popup className={cn(floatingBoxClass, "min-w-44 p-1", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  className,
  ...props
}: Omit<ComponentProps<typeof Base.Item>, "className"> & { className?: string }) {
  return <Base.Item className={cn(itemClass, className)} {...props} />;
}

/** Goes to another page: `render` takes the link. */
export function MenuLink({
  className,
  ...props
}: Omit<ComponentProps<typeof Base.LinkItem>, "className"> & { className?: string }) {
  return <Base.LinkItem closeOnClick className={cn(itemClass, className)} {...props} />;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1 text-ink-faint text-xs">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** One of a few; the chosen one carries a tick. */
export function MenuRadioGroup<Value extends string>({
  label,
  value,
  onValueChange,
  options,
}: {
  label: ReactNode;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode }[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1 text-ink-faint text-xs">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(next as Value)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={itemClass}>
            <span className="inline-flex w-4">
              <Base.RadioItemIndicator>
                <Icon name="check" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
