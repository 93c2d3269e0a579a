import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportForm } from "@/components/articles/import-form";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("articles.new");
  return { title: t("title") };
}

export default async function NewArticlePage() {
  if (!can(await requireActor(), "article.import")) notFound();
  return <ImportForm />;
}
