import { offsetOfBoundary } from "./selection-spans";

/** The offsets of what is selected inside the article; null where nothing is, or something outside it. */
export function selectedOffsets(root: HTMLElement): { from: number; to: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const from = root.contains(range.startContainer)
    ? offsetOfBoundary(range.startContainer, range.startOffset)
    : null;
  // A triple click ends in whatever stands behind the last paragraph.
  const to = root.contains(range.endContainer)
    ? offsetOfBoundary(range.endContainer, range.endOffset)
    : offsetOfBoundary(root, root.childNodes.length);
  return from === null || to === null ? null : { from, to };
}
