import { isSourceNoun } from "@/lib/claims/german-speech-nouns";
import { POSSESSIVES } from "@/lib/claims/german-words";
import type { Gender } from "@/lib/claims/given-names";
import { genderOfGivenName } from "@/lib/claims/given-names";
import {
  bareSource,
  inNominative,
  isNameAdjective,
  textOfPhrase,
  withoutSourceNoun,
  withSmallDeterminer,
} from "@/lib/claims/speaker-phrases";
import type { Word } from "@/lib/claims/tag-german-words";

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
  /** A single person, whom "er", "sie" and an office can point to. */
  readonly isPerson: boolean;
  readonly gender: Gender | null;
}

/** The persons an article has named so far. */
export interface SpeakerRegistry {
  /** Full names by last name. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Speakers by the head of their office or organisation: "kommunikationsdirektor", "deichverband". */
  readonly byOffice: Map<string, Speaker>;
  readonly byName: Map<string, Speaker>;
  /** Who was spoken of last, the latest first. */
  readonly recent: Speaker[];
}

const TITLES =
  /^(?:Dr|Prof|Professor|Professorin|Frau|Herr|Herrn|Mr|Mrs|Ms|Sir|General|Papst|König|Königin|Kaiser)\.?$/;
const OFFICE =
  /(?:minister|ministerin|präsident|präsidentin|präsidenten|kanzler|kanzlerin|sprecher|sprecherin|sprechers|chef|chefin|direktor|direktorin|leiter|leiterin|geschäftsführer|geschäftsführerin|meister|meisterin|kapitän|kapitänin|botschafter|botschafterin|gouverneur|ökonom|ökonomin|volkswirt|historiker|historikerin|wissenschaftler|wissenschaftlerin|bischof|rektor|rektorin|arzt|ärztin|stürmer|torwart|vorsitzende|vorsitzender|vorsitzenden|vorstand|bürgermeister|bürgermeisterin|experte|expertin|anwalt|anwältin|richter|richterin|professor|professorin|senator|senatorin|sekretär|sekretärin|kommissar|kommissarin|trainer|trainerin|politiker|politikerin|abgeordnete|abgeordneter|forscher|forscherin|manager|managerin|kandidat|kandidatin|general|beamter|beauftragte|beauftragter|mitglied|gründer|gründerin|autor|autorin|staatsanwalt|staatsanwältin|physiker|physikerin|ingenieur|ingenieurin|rätin|landrat|landrätin|director|chairman|chairwoman|inspector|prosecutor|judge|lawyer|councillor|commander|leader|owner|researcher|editor|founder|detective|superintendent|sheriff|representative|spokesman|spokeswoman|spokesperson|minister|president|secretary|mayor|officer|attorney|executive|professor|analyst|coach|captain|nachfolger|nachfolgerin|vorgänger|vorgängerin|stellvertreter|stellvertreterin)$/iu;

/** Offices that mean the same person where an article uses one for the other. */
const SPOKESPERSON =
  /(?:sprecher|sprecherin|kommunikationsdirektor|kommunikationsdirektorin|kommunikationschef|pressechef|pressesprecher)$/;

const MOST_REMEMBERED = 6;

export function createSpeakerRegistry(sentences: readonly (readonly Word[])[]): SpeakerRegistry {
  const fullNames = new Map<string, string>();
  for (const words of sentences) collectNames(words, fullNames);
  return { fullNames, byOffice: new Map(), byName: new Map(), recent: [] };
}

/** Two to four capitalised words in a row; an office in front is no part of the name. */
function collectNames(words: readonly Word[], fullNames: Map<string, string>) {
  for (let from = 0; from < words.length; ) {
    const to = nounRunEnd(words, from);
    const name = to - from < 2 ? [] : nameInRun(words.slice(from, to));
    const last = name.at(-1);
    const isName = name.length >= 2 && name.length <= 5 && !opensWithNameAdjective(name);
    if (last && isName && !fullNames.has(last.text)) fullNames.set(last.text, textOfPhrase(name));
    from = Math.max(to, from + 1);
  }
}

/** Nouns in a row, and the particles of a noble name behind a given name: "Erika von der Aue". */
function nounRunEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (words[to]?.tag === "noun") to++;
  const isGivenName = to > from && genderOfGivenName(words[to - 1]?.text ?? "") !== null;
  if (!isGivenName || !/^(?:von|van|zu|de)$/.test(words[to]?.lower ?? "")) return to;
  const behind = /^(?:der|dem|den)$/.test(words[to + 1]?.lower ?? "") ? to + 2 : to + 1;
  return words[behind]?.tag === "noun" ? behind + 1 : to;
}

const isOfficeOrTitle = ({ text }: Pick<Word, "text">) =>
  OFFICE.test(text.replace(/s$/, "")) || TITLES.test(text);

/**
 * The words of a run of nouns behind its offices and titles: "Innenminister Karl Beispiel" → "Karl Beispiel". In
 * English a noun in small letters is no name: "union official Jane Sample", "Sunday night".
 */
function nameInRun(run: readonly Word[]): readonly Word[] {
  const behindOffice =
    run.findLastIndex(
      (word) => isOfficeOrTitle(word) || (word.tag === "noun" && /^\p{Ll}/u.test(word.text)),
    ) + 1;
  // "Ingenieur Karl Beispiel": in front of a given name stands what somebody is.
  const given = run.findIndex(({ text }, at) => at >= behindOffice && genderOfGivenName(text) !== null);
  return run.slice(given > 0 && given < run.length - 1 ? given : behindOffice);
}

export interface SpeakerContext {
  /** What follows the phrase between commas. */
  readonly apposition: readonly Word[];
  readonly registry: SpeakerRegistry;
  readonly last: Speaker | null;
  /** The phrase stands in the nominative, so its article can stay. */
  readonly isSubject: boolean;
}

/** Whom a noun phrase or pronoun names, with what the article has said before; null where that can't be told. */
export function speakerOf(phrase: readonly Word[], context: SpeakerContext): Speaker | null {
  const { apposition, registry, last, isSubject } = context;
  const core = withoutSourceNoun(phrase);
  const [first] = core;
  if (!first) return null;
  if (core === phrase && POSSESSIVES.has(first.lower) && core.some(({ lower }) => isSourceNoun(lower)))
    return personOfPronoun(
      /^(?:sein|his)/.test(first.lower) ? "er" : /^(?:ihr|her$)/.test(first.lower) ? "sie" : "",
      registry,
      last,
    );
  if (core.length === 1 && (first.tag === "pronoun" || first.tag === "adverb"))
    return personOfPronoun(first.lower, registry, last);
  const source = core === phrase && !isSubject ? bareSource(core) : null;
  if (source) return source.name ? { name: source.name, role: null, isPerson: false, gender: null } : null;
  const speaker =
    severalSpeakers(core, isSubject) ??
    nameInApposition(core, apposition) ??
    namedSpeaker(core, apposition, registry) ??
    personOfDescription(core, registry) ??
    speakerByOffice(core, registry, last) ??
    unknownSpeaker(core, isSubject);
  remember(speaker, registry);
  return speaker;
}

/** Keeps in mind whom a sentence names in passing, behind whoever speaks. */
export function noticePersons(words: readonly Word[], registry: SpeakerRegistry) {
  for (let from = 0; from < words.length; from++) {
    const gender = words[from]?.tag === "noun" ? genderOfGivenName(words[from]?.text ?? "") : null;
    const to = gender === null ? from : nounRunEnd(words, from);
    if (gender === null || to - from < 2 || to - from > 4) continue;
    const name = textOfPhrase(words.slice(from, to)).replace(/(?<=\p{Ll})s$/u, (ending) =>
      registry.fullNames.has(words[to - 1]?.text ?? "") ? ending : "",
    );
    if (!registry.recent.some((known) => known.name === name))
      registry.recent.splice(1, 0, registry.byName.get(name) ?? { name, role: null, isPerson: true, gender });
    from = to;
  }
  registry.recent.length = Math.min(registry.recent.length, MOST_REMEMBERED);
}

/** Whether the phrase points to a person by name or office, so that an unmarked sentence may be his. */
export const isNamedPerson = (phrase: readonly Word[], { fullNames }: SpeakerRegistry): boolean =>
  phrase.some((word) => word.tag === "noun" && (isOfficeOrTitle(word) || fullNames.has(word.text)));

/** "er" → whoever was spoken of last and can be a man; other pronouns → who spoke last. */
function personOfPronoun(pronoun: string, { recent }: SpeakerRegistry, last: Speaker | null): Speaker | null {
  const other =
    pronoun === "er" || pronoun === "he" ? "f" : pronoun === "sie" || pronoun === "she" ? "m" : null;
  if (other === null) return last;
  return recent.find(({ gender, isPerson }) => gender !== other && (gender !== null || isPerson)) ?? null;
}

/** "Präsident A und Kanzlerin B": both speak, so neither is named alone. */
function severalSpeakers(core: readonly Word[], isSubject: boolean): Speaker | null {
  const joint = core.findIndex(({ lower }) => lower === "und" || lower === "sowie");
  const isJoint = joint > 0 && core[joint - 1]?.tag === "noun" && core.at(-1)?.tag === "noun";
  const opensPhrase = /^(?:noun|determiner|adjective)$/.test(core[joint + 1]?.tag ?? "");
  if (!isJoint || !opensPhrase || core[0]?.tag === "adjective") return null;
  const name = isSubject ? withSmallDeterminer(core) : inNominative(core);
  return { name, role: null, isPerson: false, gender: null };
}

function unknownSpeaker(core: readonly Word[], isSubject: boolean): Speaker {
  return {
    name: isSubject ? withSmallDeterminer(core) : inNominative(core),
    role: null,
    isPerson: hasOffice(core),
    gender: genderOfPhrase(core),
  };
}

/** "der Sprecher des Verbands, Karl Beispiel," */
function nameInApposition(core: readonly Word[], apposition: readonly Word[]): Speaker | null {
  const isName =
    apposition.length >= 2 && apposition.length <= 4 && apposition.every(({ tag }) => tag === "noun");
  if (!isName || !hasOffice(core) || nameInRun(apposition).length !== apposition.length) return null;
  return person(textOfPhrase(apposition), inNominative(core), core);
}

const person = (name: string, role: string | null, phrase: readonly Word[]): Speaker => ({
  name,
  role,
  isPerson: true,
  gender: genderOfPhrase(phrase) ?? genderOfGivenName(name.split(" ")[0] ?? ""),
});

/** By "Frau" and "Herr", an office in "-in", or the article of the phrase. */
function genderOfPhrase(phrase: readonly Word[]): Gender | null {
  const office = phrase.find(isOfficeOrTitle);
  if (office && /^(?:Frau|Königin|Mrs\.?|Ms\.?)$|in$/.test(office.text)) return "f";
  if (office && /^(?:Herrn?|Mr\.?|Papst|König)$/.test(office.text)) return "m";
  const article = phrase[0]?.lower ?? "";
  if (/^(?:die|eine|diese)$/.test(article)) return "f";
  if (/^(?:der|ein|des|dem|dieser)$/.test(article)) return "m";
  return office && /(?:er|or|ent|chef|eur|ist)$/.test(office.text) ? "m" : null;
}

function namedSpeaker(
  core: readonly Word[],
  apposition: readonly Word[],
  registry: SpeakerRegistry,
): Speaker | null {
  for (let from = 0; from < core.length; from++) {
    const to = nounRunEnd(core, from);
    const run = runWithoutGenitive(core, from, to);
    const name = nameInRun(run);
    const last = name.at(-1);
    const isAttribute =
      (isGenitiveRun(core, from) && to - from <= 2 && !isNobleName(core, from, to)) ||
      isNameInGenitive(core, from);
    if (last && !isAttribute && !opensWithNameAdjective(run)) {
      const title = run.slice(0, run.length - name.length);
      const known = fullNameOf(last.text, registry);
      const isBareName = core.length === 1 || title.length > 0 || isNobleName(core, from, to);
      if (name.length >= 2 || (isBareName && known)) {
        const full = name.length >= 2 ? textOfPhrase(name) : (known ?? last.text);
        const earlier = registry.byName.get(full);
        const role = roleOf([...core.slice(0, from), ...title], apposition) ?? earlier?.role ?? null;
        const found = person(full, role, [...core.slice(0, from), ...title]);
        const isPerson = isPersonName(name, core, title) || earlier?.isPerson === true;
        return { ...found, isPerson, gender: found.gender ?? earlier?.gender ?? null };
      }
      if (title.length > 0) return person(last.text, textOfPhrase(title), [...core.slice(0, from), ...title]);
    }
    from = Math.max(from, to);
  }
  return null;
}

const fullNameOf = (name: string, { fullNames }: SpeakerRegistry) =>
  fullNames.get(name) ?? fullNames.get(name.replace(/s$/, ""));

/** A person's name stands without article, but behind an office: "das Landgericht Musterhafen" is none. */
const isPersonName = (name: readonly Word[], core: readonly Word[], title: readonly Word[]) =>
  title.length > 0 || core[0]?.tag !== "determiner" || genderOfGivenName(name[0]?.text ?? "") !== null;

/** "Von der Aue betonte": the particles in front belong to the name. */
const isNobleName = (core: readonly Word[], from: number, to: number) =>
  to === core.length && from > 0 && /^(?:von|van)$/.test(core[0]?.lower ?? "");

/** "der Nachfolger des zurückgetretenen Chefs Karl Beispiel": the office in the genitive has the name. */
function isNameInGenitive(core: readonly Word[], from: number): boolean {
  const head = core.findIndex(({ tag }) => tag === "noun");
  if (head < 0 || head >= from || !isOfficeOrTitle(core[from] ?? NO_WORD)) return false;
  return core.slice(head + 1, from).some(({ lower }) => /^(?:des|eines)$/.test(lower));
}

const NO_WORD = { text: "" };

/** "die Deutsche Bahn", "das Weiße Haus": bodies, not persons. */
const opensWithNameAdjective = ([first, second]: readonly Word[]) =>
  first !== undefined && second !== undefined && isNameAdjective(first.text);

const isGenitiveRun = (core: readonly Word[], from: number) =>
  (from > 1 && /^(?:determiner|preposition)$/.test(core[from - 1]?.tag ?? "")) ||
  (from === 1 && /^(?:des|eines)$/.test(core[0]?.lower ?? "") && !core.slice(1, -1).some(isOfficeOrTitle));

/** "der Minister des Inselstaats Karl Beispiel": behind the genitive the name begins. */
function runWithoutGenitive(core: readonly Word[], from: number, to: number): readonly Word[] {
  const isGenitive =
    isGenitiveRun(core, from) && /^(?:des|der|eines|einer)$/.test(core[from - 1]?.lower ?? "");
  return isGenitive && to - from > 2 ? core.slice(to - 2, to) : core.slice(from, to);
}

function roleOf(office: readonly Word[], apposition: readonly Word[]): string | null {
  if (apposition.length > 0) return textOfPhrase(apposition);
  const isOffice = office.some((word) => word.tag === "noun" || isOfficeOrTitle(word));
  return isOffice ? inNominative(office) : null;
}

/** "der 58-Jährige", "die Rechtsanwältin": a description that fits the person spoken of last. */
function personOfDescription(core: readonly Word[], { recent }: SpeakerRegistry): Speaker | null {
  if (!/^(?:der|die)$/.test(core[0]?.lower ?? "") || core.length > 3) return null;
  if (!/(?:-?jährige|politiker|politikerin)$/.test(core.at(-1)?.lower ?? "")) return null;
  const other = core[0]?.lower === "der" ? "f" : "m";
  return recent.find(({ isPerson, gender }) => isPerson && gender !== other) ?? null;
}

/** "der Kommunikationsdirektor", "das Ministerium" → whoever was introduced with that office or name. */
function speakerByOffice(
  core: readonly Word[],
  registry: SpeakerRegistry,
  last: Speaker | null,
): Speaker | null {
  const head = core.find(({ tag }) => tag === "noun")?.lower;
  if (head === undefined || !/^(?:der|die|das|dem|the)$/.test(core[0]?.lower ?? "")) return null;
  const known = registry.byOffice.get(head) ?? (core.length === 2 ? byEndOfHead(head, registry) : null);
  if (known) return known;
  const office = last?.role?.split(" ")[0]?.toLowerCase() ?? "";
  return OFFICE.test(head) && SPOKESPERSON.test(head) && SPOKESPERSON.test(office) ? last : null;
}

/** "der Verband" after "der Deichverband", "die Ministerin" after "Außenministerin Erika Beispiel". */
function byEndOfHead(head: string, { byOffice }: SpeakerRegistry): Speaker | null {
  if (head.length < 4) return null;
  const found = [...byOffice].filter(([office]) => office.endsWith(head) && office.length > head.length + 2);
  const names = new Set(found.map(([, { name }]) => name));
  return names.size === 1 ? (found[0]?.[1] ?? null) : null;
}

const hasOffice = (words: readonly Word[]) =>
  words.some(({ text, tag }) => tag === "noun" && OFFICE.test(text));

/** Keeps a speaker for later mentions of his office, his name and pronouns. */
export function remember(speaker: Speaker, registry: SpeakerRegistry) {
  const at = registry.recent.findIndex(({ name }) => name === speaker.name);
  if (at >= 0) registry.recent.splice(at, 1);
  registry.recent.unshift(speaker);
  registry.recent.length = Math.min(registry.recent.length, MOST_REMEMBERED);
  if (!speaker.isPerson) {
    const head = speaker.name.split(" ").find((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
    if (head && speaker.name.split(" ").length <= 3) registry.byOffice.set(head.toLowerCase(), speaker);
    return;
  }
  if (!registry.byName.has(speaker.name) || speaker.role) registry.byName.set(speaker.name, speaker);
  const office = speaker.role
    ?.split(" ")
    .find((word) => OFFICE.test(word))
    ?.toLowerCase();
  if (office) registry.byOffice.set(office, speaker);
}
