"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { wordOr } from "@/components/activity/word-or";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { Conflict } from "@/lib/http/api-client";
import { ApiError } from "@/lib/http/api-client";
import type { SourceFields } from "@/lib/sources/schemas";
import { SOURCE_KINDS } from "@/lib/sources/source-view";
import type { SourceEdit } from "./source-edit";
import { changedFields, editOf, mergeSaved } from "./source-edit";
import type { RegisteredSource } from "./source-register";

/** Changes a source for every claim that uses it. A change by someone else meanwhile shows both. */
export function EditSourceDialog({ source, onClose }: { source: RegisteredSource; onClose: () => void }) {
  const t = useTranslations("register");
  const common = useTranslations("common");
  const kindName = useTranslations("vocabulary.sourceKind");
  const router = useRouter();
  const { showToast } = useToast();
  const problemText = useProblemText();
  const [base, setBase] = useState<SourceEdit>(() => editOf(source));
  const [edit, setEdit] = useState<SourceEdit>(base);
  const [version, setVersion] = useState(source.version);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict["current"] | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  function set(part: Partial<SourceEdit>): void {
    setEdit({ ...edit, ...part });
    setFailure(null);
  }

  async function takeBack(fields: SourceFields, since: number): Promise<void> {
    try {
      await formApi.updateSource(source.id, { ...fields, version: since });
      showToast({ text: t("dialog.undone", { title: source.title }) });
      router.refresh();
    } catch (error) {
      showToast({ text: problemText(error), isUrgent: true });
    }
  }

  async function save(seen: number): Promise<void> {
    if (isSaving) return;
    if (edit.title.trim() === "") {
      setErrors({ title: t("dialog.required") });
      return;
    }
    const changes = changedFields(base, edit);
    if (Object.keys(changes).length === 0) {
      onClose();
      return;
    }
    setIsSaving(true);
    setFailure(null);
    try {
      const saved = await formApi.updateSource(source.id, { ...changes, version: seen });
      const before = changedFields(edit, base);
      showToast({
        text: t("dialog.saved", { title: saved.title }),
        action: { label: common("undo"), onPress: () => takeBack(before, saved.version) },
      });
      router.refresh();
      onClose();
    } catch (error) {
      setIsSaving(false);
      if (error instanceof ApiError && error.conflict !== null) {
        setConflict(error.conflict.current);
        setVersion(error.conflict.current.version);
        return;
      }
      setFailure(problemText(error));
      if (error instanceof ApiError) {
        setErrors(
          Object.fromEntries(
            error.issues.map(({ path }) => [
              path,
              path === "url" ? t("dialog.urlInvalid") : t("dialog.field"),
            ]),
          ),
        );
      }
    }
  }

  function takeTheirs(theirs: Conflict["current"]): void {
    const merged = mergeSaved(base, theirs.fields);
    setBase(merged);
    setEdit(mergeSaved(edit, theirs.fields));
    setConflict(null);
    setErrors({});
  }

  return (
    <Dialog
      isOpen
      isSticky
      onOpenChange={onClose}
      title={t("dialog.title")}
      description={t("dialog.description", { used: t("usedIn", { count: source.citationCount }) })}
      onSubmit={() => save(version)}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t(conflict === null ? "dialog.save" : "dialog.keepMine")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {conflict === null ? null : (
          <ConflictNotice conflict={conflict} onTakeTheirs={() => takeTheirs(conflict)} />
        )}
        <Field label={t("dialog.name")} error={errors.title} isRequired className="sm:col-span-2">
          <TextInput
            value={edit.title}
            maxLength={500}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.url")} error={errors.url} className="sm:col-span-2">
          <TextInput
            type="url"
            inputMode="url"
            value={edit.url}
            maxLength={2000}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.kind")} error={errors.kind}>
          <Select
            value={edit.kind}
            onChange={(event) =>
              set({ kind: SOURCE_KINDS.find((kind) => kind === event.currentTarget.value) ?? edit.kind })
            }
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("dialog.publishedAt")} error={errors.publishedAt}>
          <TextInput
            type="date"
            value={edit.publishedAt}
            onChange={(event) => set({ publishedAt: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.publisher")} error={errors.publisher}>
          <TextInput
            value={edit.publisher}
            maxLength={300}
            onChange={(event) => set({ publisher: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.author")} error={errors.author}>
          <TextInput
            value={edit.author}
            maxLength={300}
            onChange={(event) => set({ author: event.currentTarget.value })}
          />
        </Field>
        <Field
          label={t("dialog.originGroup")}
          description={t("dialog.originGroupDescription")}
          error={errors.originGroup}
          className="sm:col-span-2"
        >
          <TextInput
            value={edit.originGroup}
            maxLength={200}
            onChange={(event) => set({ originGroup: event.currentTarget.value })}
          />
        </Field>
        <Checkbox
          label={t("dialog.isPrimary")}
          description={t("dialog.isPrimaryDescription")}
          checked={edit.isPrimary}
          onChange={(event) => set({ isPrimary: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("dialog.isConfidential")}
          description={t("dialog.isConfidentialDescription")}
          checked={edit.isConfidential}
          onChange={(event) => set({ isConfidential: event.currentTarget.checked })}
        />
        <p role="alert" className="text-danger-ink text-sm empty:hidden sm:col-span-2">
          {failure}
        </p>
      </div>
    </Dialog>
  );
}

/** Of one identity, so that it runs when the notice appears and not at every key. */
function bringIntoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: "nearest" });
}

function ConflictNotice({
  conflict,
  onTakeTheirs,
}: {
  conflict: Conflict["current"];
  onTakeTheirs: () => void;
}) {
  const t = useTranslations("register.dialog");
  const field = useTranslations("activity.field");
  const kindName = useTranslations("vocabulary.sourceKind");

  function shown(value: unknown): string {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const kind = SOURCE_KINDS.find((known) => known === value);
    return kind === undefined ? String(value) : kindName(kind);
  }

  return (
    <div
      role="alert"
      ref={bringIntoView}
      className="flex flex-col items-start gap-2 rounded-sm border border-line-strong bg-sunken p-3 sm:col-span-2"
    >
      <p className="font-medium">{t("conflictTitle", { name: conflict.by ?? t("someone") })}</p>
      <p className="text-ink-soft text-sm">{t("conflictBody")}</p>
      <dl className="grid w-full grid-cols-[max-content_minmax(0,1fr)] gap-x-4 text-sm">
        {Object.entries(conflict.fields).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{wordOr(field, name, name)}</dt>
            <dd className="min-w-0">{shown(value)}</dd>
          </div>
        ))}
      </dl>
      <Button size="sm" onClick={onTakeTheirs}>
        {t("takeTheirs")}
      </Button>
    </div>
  );
}
