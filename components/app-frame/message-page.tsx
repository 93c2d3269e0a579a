import type { ReactNode } from "react";

/** A page that has only something to say: not found, failed. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <main id="content" className="mx-auto flex max-w-[560px] flex-col gap-4 px-4 pt-[16dvh] pb-16">
      <p className="font-semibold text-ink-faint text-sm">Beleg</p>
      <h1 className="text-balance font-semibold font-serif text-headline">{title}</h1>
      <div className="flex flex-col gap-2 text-ink-soft text-lg">{children}</div>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
