"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ACTIVITY_NOUNS } from "@/lib/activity/recorded-changes";

type Props = {
  action: string;
  person: string;
  noun: string;
  /** Who stands in the record, by the id that the address uses. */
  people: readonly { id: string; name: string }[];
};

/** Narrows the record down to a person or to one kind of thing; lives in the address. */
export function ActivityFilter({ action, person, noun, people }: Props) {
  const t = useTranslations("activity.filter");
  const nouns = useTranslations("activity.noun");
  return (
    <Form action={action} className="flex flex-wrap items-end gap-3">
      <Field label={t("person")}>
        <Select
          name="person"
          defaultValue={person}
          className="w-44"
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          <option value="">{t("everyone")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("noun")}>
        <Select
          name="noun"
          defaultValue={noun}
          className="w-44"
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          <option value="">{t("everything")}</option>
          {ACTIVITY_NOUNS.map((known) => (
            <option key={known} value={known}>
              {nouns(known)}
            </option>
          ))}
        </Select>
      </Field>
      <noscript>
        <Button type="submit">{t("apply")}</Button>
      </noscript>
    </Form>
  );
}
