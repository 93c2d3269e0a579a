import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { TopBar } from "./top-bar";

/** Lists take what the bar takes and line up with it; text and forms keep to a readable measure. */
const WIDTHS = { list: "max-w-[1440px]", text: "max-w-[880px]", form: "max-w-[640px]" } as const;

type Props = {
  title: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  crumbs?: Parameters<typeof TopBar>[0]["crumbs"];
  width?: keyof typeof WIDTHS;
  children: ReactNode;
};

/** A page of a desk that is not the workspace: bar, title, content in one column. */
export function Page({ title, lead, actions, crumbs, width = "list", children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar crumbs={crumbs} />
      <main
        id="content"
        tabIndex={-1}
        className={cn("mx-auto w-full flex-1 px-4 pt-6 pb-16 outline-none", WIDTHS[width])}
      >
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="min-w-0">
            <h1 className="font-semibold text-xl">{title}</h1>
            {lead ? <p className="mt-1 text-ink-soft">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2 max-sm:w-full">{actions}</div> : null}
        </div>
        {children}
      </main>
    </div>
  );
}
