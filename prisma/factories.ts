import type { ImportedArticle } from "@/lib/articles/mutations";
import { importArticle } from "@/lib/articles/mutations";
import type { Actor } from "@/lib/auth/policy";

/** Articles for tests and seeds, made the way the product makes them. People are made in prisma/test-accounts.ts. */

/** A short wire story, the first paragraph of which stands twice. */
export const SHORT_STORY = [
  "Die Stadt Musterhausen hat 2023 genau 412 neue Wohnungen gebaut. Das waren 18 Prozent mehr als im Vorjahr.",
  "„Wir haben unser Ziel erreicht“, sagte die Bürgermeisterin Petra Beispiel.",
  "Die Stadt Musterhausen hat 2023 genau 412 neue Wohnungen gebaut. Das waren 18 Prozent mehr als im Vorjahr.",
].join("\n\n");

/** An imported article. */
export async function buildArticle(
  actor: Actor,
  { text = SHORT_STORY, title }: { text?: string; title?: string } = {},
): Promise<ImportedArticle> {
  return await importArticle(actor, { text, ...(title !== undefined && { title }) });
}

/** A text of `count` different sentences in paragraphs of five, each sentence a claim. */
export function buildLongText(count: number): string {
  const sentences = Array.from({ length: count }, (_, index) => {
    const year = 1900 + (index % 120);
    return `Im Jahr ${year} kaufte die Gemeinde ${index + 1} Häuser für ${index + 7} Millionen Euro.`;
  });
  const paragraphs: string[] = [];
  for (let index = 0; index < count; index += 5) paragraphs.push(sentences.slice(index, index + 5).join(" "));
  return paragraphs.join("\n\n");
}
