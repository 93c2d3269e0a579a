"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { useRef } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";
import { dialogBackdropClass, dialogPopupClass } from "./dialog";

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  /** What will happen and whether it can be taken back. */
  children: ReactNode;
  /** The verb: "Delete article", not "OK". */
  confirmLabel: ReactNode;
  cancelLabel: ReactNode;
  isDanger?: boolean;
  isPending?: boolean;
  onConfirm: () => void;
};

/** Asks before something that matters. The safe answer has the focus. */
export function AlertDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDanger = false,
  isPending = false,
  onConfirm,
}: Props) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        <Base.Popup initialFocus={cancel} className={cn(dialogPopupClass, "sm:max-w-[440px]")}>
          <div className="overflow-y-auto p-4">
            <Base.Title className="font-semibold text-lg">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-1 text-ink-soft">
              {children}
            </Base.Description>
          </div>
          <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
            <Base.Close ref={cancel} render={<Button />}>
              {cancelLabel}
            </Base.Close>
            <Button variant={isDanger ? "danger" : "primary"} isPending={isPending} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
