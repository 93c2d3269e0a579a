import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/members/entrance";
import { SignInForm } from "@/components/members/sign-in-form";
import { getPageActor } from "@/lib/auth/actor";
import { toReturnPath } from "@/lib/auth/return-path";
import { toSignInError } from "@/lib/auth/sign-in-error";
import { isSetupOpen } from "@/lib/members/queries";
import { routes } from "@/lib/routes";

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = toReturnPath([query.next].flat()[0]);
  if (await getPageActor()) redirect(next ?? routes.articles());
  const t = await getTranslations("auth");
  if (await isSetupOpen()) return <Entrance title={t("setup.neededTitle")} lead={t("setup.neededBody")} />;
  return (
    <Entrance title={t("signIn.title")} lead={t("signIn.lead")}>
      <SignInForm next={next} error={toSignInError([query.error].flat()[0])} />
      <p className="text-ink-faint text-sm">{t("signIn.help")}</p>
    </Entrance>
  );
}
