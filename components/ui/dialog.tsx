"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { KeyboardEvent, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** The frame that dialogs share: centred, or a sheet at the lower edge of a phone. */
export const dialogPopupClass =
  "float-motion fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[calc(100dvh-2rem)] w-full flex-col overflow-hidden rounded-t-md bg-surface text-ink shadow-float outline-none sm:top-[12dvh] sm:bottom-auto sm:max-h-[76dvh] sm:rounded-md forced-colors:border";

export const dialogBackdropClass =
  "fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

const WIDTHS = { sm: "sm:max-w-[400px]", md: "sm:max-w-[560px]", lg: "sm:max-w-[800px]" } as const;

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons in the order of reading; the one that does the thing last. */
  footer?: ReactNode;
  width?: keyof typeof WIDTHS;
  /** A click outside does not close it: for forms that would lose what was typed. */
  isSticky?: boolean;
  /** A form around content and footer. */
  onSubmit?: () => void;
  /** A key pressed anywhere in it. */
  onKeyDown?: (event: KeyboardEvent) => void;
  children?: ReactNode;
};

/** A modal dialog. Escape closes it; focus goes back to where it came from. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  description,
  footer,
  width = "md",
  isSticky = false,
  onSubmit,
  onKeyDown,
  children,
}: Props) {
  const content = (
    <>
      <header className="px-4 pt-4 pb-2">
        <Base.Title className="font-semibold text-lg">{title}</Base.Title>
        {description ? (
          <Base.Description className="mt-1 text-ink-soft text-sm">{description}</Base.Description>
        ) : null}
      </header>
      {children ? <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">{children}</div> : null}
      {footer ? (
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">{footer}</footer>
      ) : null}
    </>
  );
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={isSticky}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdropClass} />
        <Base.Popup className={cn(dialogPopupClass, WIDTHS[width])} onKeyDown={onKeyDown}>
          {onSubmit === undefined ? (
            content
          ) : (
            <form
              noValidate
              className="flex min-h-0 flex-1 flex-col"
              onSubmit={(event) => {
                event.preventDefault();
                // A portal's events climb the React tree: the form around must not see this submit as its own.
                event.stopPropagation();
                onSubmit();
              }}
            >
              {content}
            </form>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
