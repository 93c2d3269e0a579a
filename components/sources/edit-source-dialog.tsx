"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useRepeatableWrite } from "@/components/app-frame/use-repeatable-write";
import type { FieldEdit } from "@/components/drafts/field-edit";
import {
  baseOf,
  emptyEdit,
  findConflicts,
  giveWay,
  isChanged,
  settle,
  shownFields,
  typeOver,
} from "@/components/drafts/field-edit";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { useRuleWords } from "@/components/workspace/rule-words";
import { ApiError } from "@/lib/http/api-client";
import type { SourceFields } from "@/lib/sources/schemas";
import { SOURCE_KINDS } from "@/lib/sources/source-view";
import type { MetConflict } from "./source-conflict";
import { SourceConflict } from "./source-conflict";
import type { SourceInputs } from "./source-edit";
import {
  changesOfSource,
  editedSource,
  inputsOf,
  isProtected,
  kindOf,
  sourceFields,
  typeIntoSource,
} from "./source-edit";
import type { RegisteredSource } from "./source-register";

/** Changes a source for every claim that uses it. A change by someone else meanwhile shows both. */
export function EditSourceDialog({ source, onClose }: { source: RegisteredSource; onClose: () => void }) {
  const t = useTranslations("register");
  const common = useTranslations("common");
  const kindName = useTranslations("vocabulary.sourceKind");
  const router = useRouter();
  const { showToast } = useToast();
  const problemText = useProblemText();
  const wordOfRule = useRuleWords();
  const write = useRepeatableWrite();
  const [record] = useState(() => editedSource(source));
  const [edit, setEdit] = useState<FieldEdit<SourceInputs>>(emptyEdit);
  /** The edit as it is by now, for answers that come later. */
  const newest = useRef(edit);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState<MetConflict | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const shown = shownFields(record.fields, edit);

  function keep(next: FieldEdit<SourceInputs>): void {
    newest.current = next;
    setEdit(next);
  }

  function set(part: Partial<SourceInputs>): void {
    keep(typeIntoSource(edit, record, part));
    setFailure(null);
  }

  async function takeBack(fields: SourceFields, version: number): Promise<void> {
    try {
      await formApi.updateSource(source.id, { ...fields, version });
      showToast({ text: t("dialog.undone", { title: source.title }) });
      router.refresh();
    } catch (error) {
      showToast({ text: problemText(error), isUrgent: true });
    }
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    if (shown.title.trim() === "") {
      setErrors({ title: t("dialog.required") });
      return;
    }
    const sent = newest.current;
    const changes = changesOfSource(sent);
    if (!isChanged(sent)) {
      onClose();
      return;
    }
    setIsSaving(true);
    setFailure(null);
    setErrors({});
    try {
      const input = { ...sourceFields(changes), version: sent.version ?? record.version };
      const saved = await write(input, (once) => formApi.updateSource(source.id, once));
      const before = sourceFields(baseOf(sent, changes));
      showToast({
        text: t("dialog.saved", { title: saved.title }),
        action: { label: common("undo"), onPress: () => takeBack(before, saved.version) },
      });
      router.refresh();
      const left = settle(newest.current, changes, editedSource(saved));
      keep(left);
      setConflict(null);
      if (!isChanged(left)) onClose();
    } catch (error) {
      if (error instanceof ApiError && error.conflict !== null) {
        const { version, fields, by } = error.conflict.current;
        const theirs = inputsOf(fields);
        const names = findConflicts(newest.current, theirs);
        const { typed } = newest.current;
        keep(typeOver(newest.current, { version, fields: theirs }));
        if (names.length === 0) return await save();
        setConflict({
          by,
          fields: names.map((name) => ({ name, theirs: theirs[name], yours: typed[name] })),
        });
        return;
      }
      setFailure(problemText(error));
      if (error instanceof ApiError) {
        setErrors(Object.fromEntries(error.issues.map(({ path, rule }) => [path, wordOfRule(rule)])));
      }
    } finally {
      setIsSaving(false);
    }
  }

  function takeTheirs({ fields }: MetConflict): void {
    keep(giveWay(edit, Object.fromEntries(fields.map(({ name, theirs }) => [name, theirs]))));
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
      onSubmit={save}
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
          <SourceConflict conflict={conflict} onTakeTheirs={() => takeTheirs(conflict)} />
        )}
        <Field label={t("dialog.name")} error={errors.title} isRequired className="sm:col-span-2">
          <TextInput
            value={shown.title}
            maxLength={500}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.url")} error={errors.url} className="sm:col-span-2">
          <TextInput
            type="url"
            inputMode="url"
            value={shown.url}
            maxLength={2000}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.kind")} error={errors.kind}>
          <Select
            value={kindOf(shown)}
            onChange={(event) =>
              set({ kind: SOURCE_KINDS.find((kind) => kind === event.currentTarget.value) ?? shown.kind })
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
            value={shown.publishedAt}
            onChange={(event) => set({ publishedAt: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.publisher")} error={errors.publisher}>
          <TextInput
            value={shown.publisher}
            maxLength={300}
            onChange={(event) => set({ publisher: event.currentTarget.value })}
          />
        </Field>
        <Field label={t("dialog.author")} error={errors.author}>
          <TextInput
            value={shown.author}
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
            value={shown.originGroup}
            maxLength={200}
            onChange={(event) => set({ originGroup: event.currentTarget.value })}
          />
        </Field>
        <Checkbox
          label={t("dialog.isPrimary")}
          description={t("dialog.isPrimaryDescription")}
          checked={shown.isPrimary}
          onChange={(event) => set({ isPrimary: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("dialog.isConfidential")}
          description={t("dialog.isConfidentialDescription")}
          checked={isProtected(shown)}
          onChange={(event) => set({ isConfidential: event.currentTarget.checked })}
        />
        <p role="alert" className="text-danger-ink text-sm empty:hidden sm:col-span-2">
          {failure}
        </p>
      </div>
    </Dialog>
  );
}
