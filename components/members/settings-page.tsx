import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "@/components/app-frame/page";
import { routes } from "@/lib/routes";

const SECTIONS = ["profile", "members", "tokens", "assist"] as const;

type Props = {
  section: (typeof SECTIONS)[number];
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of the settings with the way to its neighbours. */
export function SettingsPage({ section, title, lead, actions, children }: Props) {
  const t = useTranslations("members");
  return (
    <Page title={title} lead={lead} actions={actions} width={section === "members" ? "list" : "form"}>
      <nav aria-label={t("settings")} className="-mt-2 mb-6 border-line border-b">
        <ul className="-mb-px flex gap-5">
          {SECTIONS.map((one) => (
            <li key={one}>
              <Link
                href={routes[one]()}
                aria-current={one === section ? "page" : undefined}
                className="inline-flex h-9 items-center border-transparent border-b-2 text-ink-soft text-sm no-underline transition-colors hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {t(`tabs.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </Page>
  );
}

/** A part of a settings page under its own heading. */
export function SettingsSection({
  title,
  lead,
  actions,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-10 flex flex-col gap-4 border-line border-t pt-6 first:mt-0 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg">{title}</h2>
          {lead ? <p className="mt-1 max-w-measure text-ink-soft">{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
