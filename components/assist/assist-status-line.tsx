import { useTranslations } from "next-intl";
import type { AssistStatus } from "@/lib/assist/assist-views";

/** Whether text leaves the server, and where it goes, in one sentence. */
export function AssistStatusLine({ status }: { status: AssistStatus }) {
  const t = useTranslations("assist.settings");
  const { isEnabled, host, reach, model } = status;
  if (!isEnabled || host === null || reach === null) return <p>{t("off")}</p>;
  return <p>{t(`on.${reach}`, { host, model })}</p>;
}
