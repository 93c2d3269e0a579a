/**
 * Brings an element into view inside its own pane: not at all when it is visible, else by the nearest edge. A piece
 * larger than the pane shows its beginning.
 */
export function scrollToNearestEdge(element: Element): void {
  const pane = element.closest("[data-scroll-pane],[role=tabpanel]");
  if (!pane) return;
  const box = element.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const margin = pane.role === "tabpanel" ? 0 : 32;
  if (box.top < view.top + margin) pane.scrollTop -= view.top + margin - box.top;
  else if (box.bottom > view.bottom - margin) {
    const toBottom = box.bottom - (view.bottom - margin);
    pane.scrollTop += Math.min(toBottom, box.top - (view.top + margin));
  }
}
