import type { ActivityView } from "./activity-view";
import { nounOf } from "./recorded-changes";

/** Stands for the system, which has no id, in a filter. */
export const SYSTEM_PERSON = "system";

function personOf({ actor }: Pick<ActivityView, "actor">): string {
  return actor.id ?? SYSTEM_PERSON;
}

/** The entries by one person and on one kind of thing; an empty wish leaves all. */
export function filterActivity(
  entries: readonly ActivityView[],
  { person, noun }: { person: string; noun: string },
): ActivityView[] {
  return entries.filter(
    (entry) => (person === "" || personOf(entry) === person) && (noun === "" || nounOf(entry) === noun),
  );
}

/** Who stands in the entries, each once, under the newest of their names, sorted by it. */
export function peopleOf(entries: readonly ActivityView[]): { id: string; name: string }[] {
  const names = new Map(entries.map((entry) => [personOf(entry), entry.actor.name]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
