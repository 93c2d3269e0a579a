"use client";

import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { Button } from "./button";
import { Icon } from "./icon";

type Props = {
  /** For the file picker: ".txt,.md,text/plain". */
  accept: string;
  onFile: (file: File) => void;
  buttonLabel: ReactNode;
  /** Shown over the content while a file hangs above it. */
  dropLabel: ReactNode;
  className?: string;
  /** What files may be dropped on. */
  children: (pickButton: ReactNode) => ReactNode;
};

/** Takes one file by drag and drop anywhere over its content, or by the picker's button. */
export function FileDrop({ accept, onFile, buttonLabel, dropLabel, className, children }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside
    <div
      className={cn("relative", className)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setIsOver(false);
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        setIsOver(false);
        if (file === undefined) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file chosen again must count as a change.
          event.currentTarget.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
      {children(
        <Button size="sm" onClick={() => picker.current?.click()}>
          <Icon name="file" />
          {buttonLabel}
        </Button>,
      )}
      {isOver ? (
        <div className="pointer-events-none absolute inset-0 z-20 flex items-center justify-center rounded-md border-2 border-focus border-dashed bg-paper/90 font-medium text-lg">
          {dropLabel}
        </div>
      ) : null}
    </div>
  );
}
