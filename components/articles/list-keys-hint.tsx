import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { LIST_KEYS } from "./list-keys";

/** What the keys do, under the list; not on phones, which have none. */
export function ListKeysHint({ canImport }: { canImport: boolean }) {
  const t = useTranslations("articles.keys");
  const hints = [
    { keys: [LIST_KEYS.next, LIST_KEYS.previous], meaning: t("move") },
    { keys: ["Enter"], meaning: t("open") },
    { keys: [LIST_KEYS.search], meaning: t("search") },
    ...(canImport ? [{ keys: [LIST_KEYS.import], meaning: t("import") }] : []),
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-faint text-xs pointer-coarse:hidden">
      {hints.map(({ keys, meaning }) => (
        <li key={meaning} className="flex items-center gap-1.5">
          {keys.map((key) => (
            <Kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
          ))}
          {meaning}
        </li>
      ))}
    </ul>
  );
}
