import { useRef, useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import type { ImportPreview } from "@/lib/articles/article-views";
import type { PreviewImportInput } from "@/lib/articles/schemas";

const PAUSE_MS = 500;

/** What an import would bring, asked for when the typing pauses; an answer that was overtaken is dropped. */
export function useImportPreview(): {
  preview: ImportPreview | null;
  askSoon: (input: PreviewImportInput) => void;
  clear: () => void;
} {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef(0);

  function clear(): void {
    clearTimeout(pause.current);
    newest.current += 1;
    setPreview(null);
  }

  async function ask(input: PreviewImportInput, turn: number): Promise<void> {
    // A preview that does not come is no news: the import itself says what is wrong with the text.
    const answer = await formApi.previewImport(input).catch(() => null);
    if (turn === newest.current) setPreview(answer);
  }

  function askSoon(input: PreviewImportInput): void {
    if (input.text.trim() === "") {
      clear();
      return;
    }
    clearTimeout(pause.current);
    newest.current += 1;
    const turn = newest.current;
    pause.current = setTimeout(() => ask(input, turn), PAUSE_MS);
  }

  return { preview, askSoon, clear };
}
