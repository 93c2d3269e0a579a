"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { FormEvent, KeyboardEvent } from "react";
import { useRef, useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useFrame } from "@/components/app-frame/frame-context";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import { Kbd } from "@/components/ui/kbd";
import { Progress } from "@/components/ui/progress";
import { TextArea } from "@/components/ui/text-area";
import { decodePlainText } from "@/lib/articles/formats/plain-text";
import { MAX_TEXT_BYTES } from "@/lib/articles/readable-text";
import { SAMPLES } from "@/lib/articles/samples";
import { ApiError } from "@/lib/http/api-client";
import { routes } from "@/lib/routes";
import { ImportDetails } from "./import-details";
import type { ImportDraft } from "./import-draft";
import { countWords, isEmptyDraft, toImportInput } from "./import-draft";
import { useImportDraft } from "./use-import-draft";
import { useImportPreview } from "./use-import-preview";

type Question = { kind: "discard" } | { kind: "replace"; name: string; text: string; note: string };

/** Takes a text in, shows what it says about itself, and makes an article of it. */
export function ImportForm() {
  const t = useTranslations("articles.new");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const { userId } = useFrame();
  const { preview, askSoon, clear } = useImportPreview();
  const { draft, isRestored, change, forget } = useImportDraft(userId, (restored) =>
    askSoon({ text: restored.text }),
  );
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  function apply(part: Partial<ImportDraft>): void {
    const next = change(part);
    setFailure(null);
    setErrors(({ text, ...others }) => (part.text === undefined ? { text } : others));
    if (part.text !== undefined || part.corrections?.language !== draft.corrections.language) {
      askSoon({ text: next.text, language: next.corrections.language || undefined });
    }
  }

  async function takeFile(file: File): Promise<void> {
    if (file.size > MAX_TEXT_BYTES) {
      setErrors({ text: t("error.tooLarge", { megabytes: file.size / 1_000_000 }) });
      return;
    }
    const decoded = decodePlainText(new Uint8Array(await file.arrayBuffer()));
    if ("refusal" in decoded) {
      const message = {
        tooLarge: t("error.tooLarge", { megabytes: file.size / 1_000_000 }),
        binary: t("error.binary", { name: file.name }),
        empty: t("error.emptyFile", { name: file.name }),
      }[decoded.refusal];
      setErrors({ text: message });
      return;
    }
    const read = { text: decoded.text, note: t("readFile", { name: file.name, encoding: decoded.encoding }) };
    if (draft.text.trim() === "" || draft.text === decoded.text) insert(read);
    else setQuestion({ kind: "replace", name: file.name, ...read });
  }

  function insert({ text, note: remark }: { text: string; note: string | null }): void {
    apply({ text, corrections: {} });
    setNote(remark);
    area.current?.focus();
    area.current?.setSelectionRange(0, 0);
  }

  function discard(): void {
    forget();
    clear();
    setErrors({});
    setFailure(null);
    setNote(null);
    setQuestion(null);
    area.current?.focus();
  }

  async function importNow(): Promise<void> {
    if (isImporting) return;
    const bytes = new TextEncoder().encode(draft.text).byteLength;
    if (draft.text.trim() === "" || bytes > MAX_TEXT_BYTES) {
      setErrors({
        text:
          bytes > MAX_TEXT_BYTES ? t("error.tooLarge", { megabytes: bytes / 1_000_000 }) : t("error.empty"),
      });
      area.current?.focus();
      return;
    }
    setIsImporting(true);
    setFailure(null);
    try {
      const { id } = await formApi.importArticle(toImportInput(draft));
      forget(draft);
      router.push(routes.article(id));
    } catch (error) {
      setIsImporting(false);
      setFailure(t("error.failed", { reason: problemText(error) }));
      if (error instanceof ApiError) setErrors(Object.fromEntries(error.issues.map(wordIssue)));
    }
  }

  function wordIssue({ path, rule }: { path: string; rule: string }): [string, string] {
    if (path === "sourceUrl") return [path, t("error.url")];
    if (path === "title" && rule === "tooLong") return [path, t("error.title")];
    if (path === "text") return [path, rule === "binary" ? t("error.binaryText") : t("error.empty")];
    return [path, t("error.field")];
  }

  const words = countWords(draft.text);
  return (
    <form
      noValidate
      aria-busy={isImporting}
      className="flex flex-1 flex-col"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        importNow();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) importNow();
      }}
    >
      <div className="grid flex-1 gap-x-8 gap-y-8 pb-8 lg:grid-cols-[minmax(0,1fr)_340px]">
        <FileDrop
          accept=".txt,.md,.text,.markdown,text/plain,text/markdown"
          onFile={takeFile}
          buttonLabel={t("pick")}
          dropLabel={t("drop")}
        >
          {(pickButton) => (
            <>
              <div className="mb-3 flex flex-wrap items-center gap-2">
                {pickButton}
                {draft.text === "" ? (
                  <Button variant="quiet" onClick={() => insert({ text: SAMPLES[locale], note: null })}>
                    {t("sample")}
                  </Button>
                ) : null}
                <p role="status" className="text-ink-soft text-sm">
                  {note ?? (isRestored ? t("restored") : null)}
                </p>
              </div>
              <Field label={t("text")} isLabelHidden description={t("textDescription")} error={errors.text}>
                <TextArea
                  ref={area}
                  value={draft.text}
                  spellCheck={false}
                  lang={draft.corrections.language ?? preview?.language}
                  placeholder={t("textPlaceholder")}
                  onChange={(event) => apply({ text: event.currentTarget.value })}
                  isFixed
                  className="h-[58dvh] min-h-64 px-4 py-3 font-serif text-lg/7"
                />
              </Field>
            </>
          )}
        </FileDrop>
        <ImportDetails draft={draft} preview={preview} errors={errors} onChange={apply} />
      </div>
      <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        {isImporting ? <Progress aria-label={t("submitting")} className="absolute inset-x-0 top-0" /> : null}
        <div className="flex flex-wrap items-center gap-2">
          <p className="mr-auto min-w-0 text-ink-soft text-sm tabular-nums" role="status">
            {isImporting
              ? t("submitting")
              : [
                  t("size", { words }),
                  ...(preview ? [t("claims", { claims: preview.claimCount })] : []),
                  ...(preview?.repeatedParagraphCount
                    ? [t("repeats", { paragraphs: preview.repeatedParagraphCount })]
                    : []),
                ].join(" · ")}
          </p>
          {isEmptyDraft(draft) ? null : (
            <Button variant="quiet" disabled={isImporting} onClick={() => setQuestion({ kind: "discard" })}>
              {t("discard")}
            </Button>
          )}
          <Button type="submit" variant="primary" isPending={isImporting}>
            {t("submit")}
            <Kbd className="border-paper/30 bg-transparent text-paper/80 max-sm:hidden">Ctrl ↵</Kbd>
          </Button>
        </div>
        <p role="alert" className="mt-2 text-danger-ink text-sm empty:hidden">
          {failure}
        </p>
      </div>
      <AlertDialog
        isOpen={question?.kind === "discard"}
        onOpenChange={() => setQuestion(null)}
        title={t("discardTitle")}
        confirmLabel={common("discard")}
        cancelLabel={t("keep")}
        isDanger
        onConfirm={discard}
      >
        {t("discardBody")}
      </AlertDialog>
      <AlertDialog
        isOpen={question?.kind === "replace"}
        onOpenChange={() => setQuestion(null)}
        title={t("replaceTitle")}
        confirmLabel={t("replace")}
        cancelLabel={t("keep")}
        onConfirm={() => {
          if (question?.kind === "replace") insert(question);
          setQuestion(null);
        }}
      >
        {t("replaceBody", { name: question?.kind === "replace" ? question.name : "" })}
      </AlertDialog>
    </form>
  );
}
