import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";

type Props = { title: ReactNode; lead?: ReactNode; children?: ReactNode };

/** The frame of the pages before the door: sign-in, set-up, invitation. */
export function Entrance({ title, lead, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <main
        id="content"
        className="mx-auto flex w-full max-w-[400px] flex-1 flex-col gap-6 px-4 pt-[14dvh] pb-12"
      >
        <div className="flex flex-col gap-2">
          <p className="font-semibold text-ink-faint text-sm">Beleg</p>
          <h1 className="text-balance break-words font-semibold font-serif text-headline">{title}</h1>
          {lead ? <p className="text-ink-soft text-lg">{lead}</p> : null}
        </div>
        {children}
      </main>
      <footer className="mx-auto w-full max-w-[400px] px-4 pb-6">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
