"use client";

import { Toast as Base } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

type ToastMessage = {
  /** The same id again replaces the message that stands. */
  id?: string;
  text: ReactNode;
  /** Such as undo; pressing it closes the message. */
  action?: { label: ReactNode; onPress: () => void };
  /** Announced at once and kept until closed. */
  isUrgent?: boolean;
};

/** Shows short messages at the lower edge: `const { showToast } = useToast()`. */
export function useToast() {
  const manager = Base.useToastManager();
  return {
    showToast: ({ id, text, action, isUrgent = false }: ToastMessage): string => {
      const shown = manager.add({
        id,
        title: text,
        priority: isUrgent ? "high" : "low",
        timeout: isUrgent ? 0 : action === undefined ? 5_000 : 10_000,
        actionProps:
          action === undefined
            ? undefined
            : {
                children: action.label,
                onClick: () => {
                  manager.close(shown);
                  action.onPress();
                },
              },
      });
      return shown;
    },
    closeToast: (id: string) => manager.close(id),
  };
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "right"]}
      className="float-motion pointer-events-auto rounded-md bg-ink text-paper shadow-float data-limited:hidden forced-colors:border"
    >
      <Base.Content className="flex min-h-10 items-center gap-2 py-1 pr-1 pl-3">
        <Base.Title className="min-w-0 flex-1 py-1 text-sm" render={<p />} />
        <Base.Action
          render={
            <Button
              variant="quiet"
              size="sm"
              className="border-paper/40 text-paper hover:bg-paper/10 active:bg-paper/20"
            />
          }
        />
        <Base.Close
          render={
            <IconButton
              icon="close"
              label={closeLabel}
              className="text-paper/80 hover:bg-paper/10 hover:text-paper"
            />
          }
        />
      </Base.Content>
    </Base.Root>
  ));
}

/** Holds the messages of everything inside. F6 moves the focus to them. */
export function ToastProvider({
  label,
  closeLabel,
  children,
}: {
  label: string;
  closeLabel: string;
  children: ReactNode;
}) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label={label}
          className="pointer-events-none fixed bottom-4 print:hidden left-4 z-50 flex w-[min(400px,calc(100vw-2rem))] flex-col-reverse gap-2 outline-none"
        >
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
