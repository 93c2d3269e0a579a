/**
 * The address a link may lead to, or null: only http and https, as a browser would read the text. What is null is
 * printed as text and never becomes a link.
 */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
