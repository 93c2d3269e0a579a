/**
 * Fields of a record in the making. Only what was touched is here, with what it was typed over, so that a save changes
 * nothing else and a change by somebody else meanwhile is met as a conflict and not written over.
 */
export type FieldEdit<Fields extends object> = {
  /** The oldest version of the record that a field was typed over; null while nothing is touched. */
  version: number | null;
  base: Partial<Fields>;
  typed: Partial<Fields>;
};

/** A record as the inputs of its form hold it. */
export type Edited<Fields extends object> = { version: number; fields: Fields };

export function emptyEdit<Fields extends object>(): FieldEdit<Fields> {
  return { version: null, base: {}, typed: {} };
}

/** What the inputs show: what was typed, and the record as it is now where nothing was. */
export function shownFields<Fields extends object>(record: Fields, edit: FieldEdit<Fields>): Fields {
  return { ...record, ...edit.typed };
}

export function typeInto<Fields extends object>(
  edit: FieldEdit<Fields>,
  record: Edited<Fields>,
  next: Partial<Fields>,
): FieldEdit<Fields> {
  const names = namesOf(next);
  if (names.length === 0) return edit;
  const isNew = names.some((name) => !(name in edit.typed));
  return {
    version:
      edit.version === null || (isNew && record.version < edit.version) ? record.version : edit.version,
    base: { ...pick(record.fields, names), ...edit.base },
    typed: { ...edit.typed, ...next },
  };
}

/** The touched fields that are not what they were. */
export function changedIn<Fields extends object>({ base, typed }: FieldEdit<Fields>): Partial<Fields> {
  return pick(
    typed,
    namesOf(typed).filter((name) => typed[name] !== base[name]),
  );
}

export function isChanged<Fields extends object>(edit: FieldEdit<Fields>): boolean {
  return namesOf(changedIn(edit)).length > 0;
}

/** The edit once `sent` has been saved: what was typed since stays, over what is stored now. */
export function settle<Fields extends object>(
  edit: FieldEdit<Fields>,
  sent: Partial<Fields>,
  saved: Edited<Fields>,
): FieldEdit<Fields> {
  const left = namesOf(changedIn(edit)).filter((name) => !(name in sent) || edit.typed[name] !== sent[name]);
  if (left.length === 0) return emptyEdit();
  const settled = left.filter((name) => name in sent);
  return {
    version: settled.length === left.length ? saved.version : edit.version,
    base: { ...pick(edit.base, left), ...pick(saved.fields, settled) },
    typed: pick(edit.typed, left),
  };
}

/** What stood in some fields before they were typed over. */
export function baseOf<Fields extends object>(
  edit: FieldEdit<Fields>,
  changes: Partial<Fields>,
): Partial<Fields> {
  return pick(edit.base, namesOf(changes));
}

/** What was typed after `sent` had gone out. */
export function typedSince<Fields extends object>(
  sent: FieldEdit<Fields>,
  now: FieldEdit<Fields>,
): Partial<Fields> {
  return pick(
    now.typed,
    namesOf(now.typed).filter((name) => !(name in sent.typed) || now.typed[name] !== sent.typed[name]),
  );
}

/** The fields that somebody else has changed since they were typed over, to something else than what was typed. */
export function findConflicts<Fields extends object>(
  { base, typed }: FieldEdit<Fields>,
  theirs: Partial<Fields>,
): (keyof Fields & string)[] {
  return namesOf(typed).filter(
    (name) => name in theirs && theirs[name] !== base[name] && theirs[name] !== typed[name],
  );
}

/** The edit once what is stored has been seen: saving it again is a decision and no accident. */
export function typeOver<Fields extends object>(
  edit: FieldEdit<Fields>,
  theirs: Edited<Partial<Fields>>,
): FieldEdit<Fields> {
  return {
    ...edit,
    version: theirs.version,
    base: {
      ...edit.base,
      ...pick(
        theirs.fields,
        namesOf(edit.typed).filter((name) => name in theirs.fields),
      ),
    },
  };
}

/** Gives way in some fields: what somebody else has stored takes the place of what was typed. */
export function giveWay<Fields extends object>(
  edit: FieldEdit<Fields>,
  theirs: Partial<Fields>,
): FieldEdit<Fields> {
  return { ...edit, base: { ...edit.base, ...theirs }, typed: { ...edit.typed, ...theirs } };
}

/** An edit as it was kept in the browser; an empty one where it is damaged. */
export function parseEdit<Fields extends object>(kept: unknown): FieldEdit<Fields> {
  const edit = kept as Partial<FieldEdit<Fields>> | null | undefined;
  const isEdit = typeof edit?.version === "number" && isRecord(edit.base) && isRecord(edit.typed);
  return isEdit ? (edit as FieldEdit<Fields>) : emptyEdit();
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function namesOf<Fields extends object>(fields: Fields): (keyof Fields & string)[] {
  return Object.keys(fields) as (keyof Fields & string)[];
}

function pick<Fields extends object>(
  fields: Partial<Fields>,
  names: readonly (keyof Fields)[],
): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Fields>;
}
