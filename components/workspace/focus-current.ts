export type Pane = "article" | "list";

/** Puts the focus on the current claim, in the pane where it was. Scrolling is the panes' own business. */
export function focusCurrent(pane: Pane): void {
  const inList = "[data-row-link][aria-current=true]";
  const inArticle = "mark[aria-current=true]:not([data-repeat]) > a[data-mark=start]";
  document.querySelector<HTMLElement>(pane === "list" ? inList : inArticle)?.focus({ preventScroll: true });
}

/** The same after a dialog has closed over a control that went with it. */
export function focusCurrentSoon(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusCurrent("list")));
}

/** Gives the keyboard a place again where the row that had it is gone: the claim that is open now. */
export function focusCurrentIfLost(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body) focusCurrent("list");
    }),
  );
}
