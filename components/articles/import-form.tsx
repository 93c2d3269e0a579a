"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { FormEvent, KeyboardEvent } from "react";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { formApi } from "@/components/app-frame/form-api";
import { useFrame } from "@/components/app-frame/frame-context";
import { TopBar } from "@/components/app-frame/top-bar";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { Kbd } from "@/components/ui/kbd";
import { Progress } from "@/components/ui/progress";
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

const problemClass =
  "mx-4 rounded-sm border border-danger-line bg-danger-tint px-3 py-2 text-danger-ink text-sm empty:hidden";

/** Takes a text in, shows what it says about itself, and makes an article of it. */
export function ImportForm() {
  const id = useId();
  const t = useTranslations("articles.new");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const { userId } = useFrame();
  const write = useRepeatableWrite();
  const { preview, askSoon, clear } = useImportPreview();
  const { draft, isRestored, isStored, change, forget } = useImportDraft(userId, (restored) =>
    askSoon({
      text: restored.text,
      granularity: restored.keepsSentences ? "SENTENCE" : undefined,
    }),
  );
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);

  function apply(part: Partial<ImportDraft>): void {
    // What is under way stays as it was sent.
    if (isImporting) return;
    const next = change(part);
    setFailure(null);
    setErrors(({ text, ...others }) => (part.text === undefined ? { text } : others));
    const isSplitAnew =
      part.text !== undefined ||
      part.keepsSentences !== undefined ||
      part.corrections?.language !== draft.corrections.language;
    if (isSplitAnew) {
      askSoon({
        text: next.text,
        language: next.corrections.language || undefined,
        granularity: next.keepsSentences ? "SENTENCE" : undefined,
      });
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
      const imported = await write(toImportInput(draft), formApi.importArticle);
      forget(draft);
      router.push(routes.article(imported.id));
    } catch (error) {
      setIsImporting(false);
      setFailure(t("error.failed", { reason: problemText(error) }));
      if (error instanceof ApiError) {
        flushSync(() => setErrors(Object.fromEntries(error.issues.map(wordIssue))));
        form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      }
    }
  }

  function wordIssue({ path, rule }: { path: string; rule: string }): [string, string] {
    if (path === "sourceUrl") return [path, t("error.url")];
    if (path === "title" && rule === "tooLong") return [path, t("error.title")];
    if (path === "text") return [path, rule === "binary" ? t("error.binaryText") : t("error.empty")];
    return [path, t("error.field")];
  }

  const remark = note ?? (isRestored ? t("restored") : null);
  const summary = [
    t("size", { words: countWords(draft.text) }),
    ...(preview ? [t("claims", { claims: preview.claimCount })] : []),
    ...(preview?.repeatedParagraphCount
      ? [t("repeats", { paragraphs: preview.repeatedParagraphCount })]
      : []),
  ].join(" · ");
  return (
    <form
      ref={form}
      noValidate
      aria-busy={isImporting}
      className="flex min-h-dvh flex-col min-[900px]:h-dvh"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        importNow();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) importNow();
      }}
    >
      <TopBar crumbs={[{ label: t("title") }]}>
        {isEmptyDraft(draft) ? null : (
          <Button
            variant="quiet"
            className="max-sm:hidden"
            disabled={isImporting}
            onClick={() => setQuestion({ kind: "discard" })}
          >
            {t("discard")}
          </Button>
        )}
        <Button type="submit" variant="primary" isPending={isImporting}>
          {t("submit")}
          <Kbd className="border-paper/30 bg-transparent text-paper/80 max-sm:hidden">Ctrl ↵</Kbd>
        </Button>
      </TopBar>
      <main
        id="content"
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 outline-none max-[899px]:flex-col"
      >
        <h1 className="sr-only">{t("title")}</h1>
        {isImporting ? (
          <Progress aria-label={t("submitting")} className="absolute inset-x-0 top-0 z-10" />
        ) : null}
        <FileDrop
          accept=".txt,.md,.text,.markdown,text/plain,text/markdown"
          onFile={takeFile}
          buttonLabel={t("pick")}
          dropLabel={t("drop")}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          {(pickButton) => (
            <>
              <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
                {pickButton}
                {draft.text === "" ? (
                  <Button
                    variant="quiet"
                    size="sm"
                    onClick={() => insert({ text: SAMPLES[locale], note: null })}
                  >
                    {t("sample")}
                  </Button>
                ) : null}
                <p role="status" className="min-w-0 text-ink-soft text-sm tabular-nums">
                  {isImporting ? (
                    t("submitting")
                  ) : (
                    <>
                      {remark} {draft.text === "" ? null : summary}
                    </>
                  )}
                </p>
              </div>
              {isStored ? null : (
                <p role="status" className="px-4 py-1.5 text-sm">
                  {t("notStored")}
                </p>
              )}
              <p id={`${id}-problem`} role="alert" className={problemClass}>
                {errors.text ?? failure}
              </p>
              <label htmlFor={id} className="sr-only">
                {t("text")}
              </label>
              <textarea
                id={id}
                ref={area}
                value={draft.text}
                spellCheck={false}
                readOnly={isImporting}
                lang={draft.corrections.language ?? preview?.language}
                placeholder={t("textPlaceholder")}
                aria-describedby={`${id}-problem ${id}-hint`}
                aria-invalid={errors.text !== undefined || undefined}
                onChange={(event) => apply({ text: event.currentTarget.value })}
                className="min-h-[48dvh] w-full flex-1 resize-none overflow-y-auto bg-paper px-[max(1rem,calc((100%-var(--container-measure))/2))] py-6 font-serif text-prose outline-none focus-visible:shadow-[inset_2px_0_0_var(--focus)]"
              />
              <p id={`${id}-hint`} className="px-4 py-2 text-ink-faint text-xs">
                {t("textDescription")}
              </p>
            </>
          )}
        </FileDrop>
        <section
          aria-label={t("details")}
          className="border-line bg-surface p-4 max-[899px]:border-t min-[900px]:w-[400px] min-[900px]:shrink-0 min-[900px]:overflow-y-auto min-[900px]:border-l"
        >
          <ImportDetails draft={draft} preview={preview} errors={errors} onChange={apply} />
          {isEmptyDraft(draft) ? null : (
            <Button
              className="mt-8 sm:hidden"
              disabled={isImporting}
              onClick={() => setQuestion({ kind: "discard" })}
            >
              {t("discard")}
            </Button>
          )}
        </section>
      </main>
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
