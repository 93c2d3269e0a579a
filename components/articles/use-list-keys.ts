import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { useEffect } from "react";
import { openPreferences } from "@/components/workspace/preferences";
import { routes } from "@/lib/routes";
import { LIST_KEYS } from "./list-keys";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [role='menu'], [role='dialog']") !== null
  );
}

/** Steps the focus through the links of a list; off where the reader has switched single keys off. */
export function useListKeys(list: RefObject<HTMLElement | null>, canImport: boolean): void {
  const router = useRouter();
  useEffect(() => {
    function step(direction: 1 | -1): void {
      const links = [...(list.current?.querySelectorAll("a") ?? [])];
      const here = links.findIndex((link) => link.matches(":focus"));
      const next = here === -1 ? (direction === 1 ? 0 : links.length - 1) : here + direction;
      links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
    }
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!openPreferences(localStorage).read().singleKeys) return;
      if (event.key === LIST_KEYS.next) step(1);
      else if (event.key === LIST_KEYS.previous) step(-1);
      else if (event.key === LIST_KEYS.search) {
        document.querySelector<HTMLInputElement>("main input[type='search']")?.focus();
      } else if (event.key === LIST_KEYS.import && canImport) router.push(routes.newArticle());
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [list, router, canImport]);
}
