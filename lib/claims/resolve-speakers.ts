import { isSourceNoun } from "@/lib/claims/german-speech-nouns";
import { POSSESSIVES } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf, renderPhrase } from "@/lib/claims/wording";

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
  /** A single person, whom "er", "sie" and an office can point to. */
  readonly isPerson: boolean;
}

/** The persons an article has named so far. */
export interface SpeakerRegistry {
  /** Full names by last name. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Speakers by the head of their office: "kommunikationsdirektor". */
  readonly byOffice: Map<string, Speaker>;
  readonly byName: Map<string, Speaker>;
}

const TITLES =
  /^(?:Dr|Prof|Professor|Professorin|Frau|Herr|Herrn|Mr|Mrs|Ms|Sir|General|Papst|König|Königin|Kaiser)\.?$/;
const OFFICE =
  /(?:minister|ministerin|präsident|präsidentin|präsidenten|kanzler|kanzlerin|sprecher|sprecherin|sprechers|chef|chefin|direktor|direktorin|leiter|leiterin|geschäftsführer|geschäftsführerin|meister|meisterin|kapitän|kapitänin|botschafter|botschafterin|gouverneur|ökonom|ökonomin|volkswirt|historiker|historikerin|wissenschaftler|wissenschaftlerin|bischof|rektor|rektorin|arzt|ärztin|stürmer|torwart|vorsitzende|vorsitzender|vorsitzenden|bürgermeister|bürgermeisterin|experte|expertin|anwalt|anwältin|richter|richterin|professor|professorin|senator|senatorin|sekretär|sekretärin|kommissar|kommissarin|trainer|trainerin|politiker|politikerin|abgeordnete|abgeordneter|forscher|forscherin|manager|kandidat|kandidatin|general|beamter|beauftragte|beauftragter|mitglied|gründer|autor|autorin|staatsanwalt|director|chairman|spokesman|spokeswoman|spokesperson|minister|president|secretary|mayor|officer|attorney|executive|professor|analyst|coach|captain)$/iu;

/** Offices that mean the same person where an article uses one for the other. */
const SPOKESPERSON =
  /(?:sprecher|sprecherin|kommunikationsdirektor|kommunikationsdirektorin|kommunikationschef|pressechef|pressesprecher)$/;

export function createSpeakerRegistry(sentences: readonly (readonly Word[])[]): SpeakerRegistry {
  const fullNames = new Map<string, string>();
  for (const words of sentences) collectNames(words, fullNames);
  return { fullNames, byOffice: new Map(), byName: new Map() };
}

/** Two to four capitalised words in a row; an office in front is no part of the name. */
function collectNames(words: readonly Word[], fullNames: Map<string, string>) {
  for (let from = 0; from < words.length; ) {
    const to = nounRunEnd(words, from);
    const name = nameInRun(words.slice(from, to));
    const last = name.at(-1);
    if (last && name.length >= 2 && name.length <= 4 && !fullNames.has(last.text))
      fullNames.set(last.text, textOf(name));
    from = Math.max(to, from + 1);
  }
}

function nounRunEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (words[to]?.tag === "noun") to++;
  return to;
}

const isOfficeOrTitle = ({ text }: Word) => OFFICE.test(text.replace(/s$/, "")) || TITLES.test(text);

/** The words of a run of nouns behind its offices and titles: "Innenminister Karl Beispiel" → "Karl Beispiel". */
function nameInRun(run: readonly Word[]): readonly Word[] {
  const office = run.findLastIndex(isOfficeOrTitle);
  return run.slice(office + 1);
}

const textOf = (words: readonly Word[]) => renderPhrase(words.map((word) => pieceOf(word)));

export interface SpeakerContext {
  /** What follows the phrase between commas. */
  readonly apposition: readonly Word[];
  readonly registry: SpeakerRegistry;
  readonly last: Speaker | null;
  /** The phrase stands in the nominative, so its article can stay. */
  readonly isSubject: boolean;
}

/** Whom a noun phrase or pronoun names, with what the article has said before. */
export function speakerOf(phrase: readonly Word[], context: SpeakerContext): Speaker | null {
  const { apposition, registry, last, isSubject } = context;
  const core = withoutSourceNoun(phrase);
  const [first] = core;
  if (!first) return null;
  if (core === phrase && POSSESSIVES.has(first.lower) && core.some(({ lower }) => isSourceNoun(lower)))
    return last;
  if (core.length === 1 && (first.tag === "pronoun" || first.tag === "adverb")) return last;
  const maker = core === phrase && !isSubject ? unnamedSource(core) : null;
  if (maker) return { name: maker, role: null, isPerson: false };
  const speaker = nameInApposition(core, apposition) ??
    namedSpeaker(core, apposition, registry) ??
    speakerByOffice(core, registry, last) ?? {
      name: isSubject ? withSmallDeterminer(core) : withoutDeterminer(core),
      role: null,
      isPerson: hasOffice(core),
    };
  remember(speaker, registry);
  return speaker;
}

/** "Angaben der Polizei" → "der Polizei"; "Berichten" alone stays. */
function withoutSourceNoun(phrase: readonly Word[]): readonly Word[] {
  const source = phrase.findIndex(({ lower, tag }) => tag === "noun" && isSourceNoun(lower));
  const rest = source >= 0 && source <= 3 ? phrase.slice(source + 1) : [];
  const inner = rest[0]?.tag === "preposition" ? rest.slice(1) : rest;
  return inner.some(({ tag }) => tag === "noun") ? inner : phrase;
}

/** "Polizeiangaben" → "Polizei"; "ersten Schätzungen" → "erste Schätzungen". Null where somebody is named. */
function unnamedSource(phrase: readonly Word[]): string | null {
  const noun = phrase.at(-1);
  if (!noun || !isSourceNoun(noun.lower) || phrase.some(({ tag }) => tag !== "noun" && tag !== "adjective"))
    return null;
  const maker = /^(\p{Lu}\p{L}{3,})angaben$/u.exec(noun.text)?.[1] ?? /^(.+)-Angaben$/u.exec(noun.text)?.[1];
  if (maker) return maker.replace(/(?<=ung|ion|tät|heit|keit|schaft|men)s$/u, "");
  if (!/(?:en|n)$/.test(noun.lower)) return null;
  return textOf(
    phrase.map((word) =>
      word === noun
        ? { ...word, text: word.text.replace(/(?<=(?:icht|wort|nis|niss)e)n$/u, "") }
        : { ...word, text: word.text.replace(/(?<=e)n$/u, "").toLowerCase() },
    ),
  );
}

/** "der Sprecher des Verbands, Karl Beispiel," */
function nameInApposition(core: readonly Word[], apposition: readonly Word[]): Speaker | null {
  const isName =
    apposition.length >= 2 && apposition.length <= 4 && apposition.every(({ tag }) => tag === "noun");
  if (!isName || !hasOffice(core) || nameInRun(apposition).length !== apposition.length) return null;
  return { name: textOf(apposition), role: withoutDeterminer(core), isPerson: true };
}

function namedSpeaker(
  core: readonly Word[],
  apposition: readonly Word[],
  registry: SpeakerRegistry,
): Speaker | null {
  for (let from = 0; from < core.length; from++) {
    const to = nounRunEnd(core, from);
    const isGenitive =
      (from > 1 && /^(?:determiner|preposition)$/.test(core[from - 1]?.tag ?? "")) ||
      (from === 1 &&
        /^(?:des|eines)$/.test(core[0]?.lower ?? "") &&
        !core.slice(1, -1).some(isOfficeOrTitle));
    // "der Minister des Inselstaats Karl Beispiel": behind the genitive the name begins.
    const run =
      isGenitive && to - from > 2 && /^(?:des|der|eines|einer)$/.test(core[from - 1]?.lower ?? "")
        ? core.slice(to - 2, to)
        : core.slice(from, to);
    const name = nameInRun(run);
    const last = name.at(-1);
    const isAttribute = isGenitive && to - from <= 2;
    if (last && !isAttribute) {
      const hasTitle = name.length < run.length;
      const known = registry.fullNames.get(last.text) ?? registry.fullNames.get(last.text.replace(/s$/, ""));
      const isBareName = core.length === 1 || hasTitle;
      if (name.length >= 2 || (isBareName && known)) {
        const full = name.length >= 2 ? textOf(name) : (known ?? last.text);
        const office = [...core.slice(0, from), ...run.slice(0, run.length - name.length)];
        const role =
          apposition.length > 0
            ? textOf(apposition)
            : office.some((word) => word.tag === "noun" || isOfficeOrTitle(word))
              ? withoutDeterminer(office)
              : (registry.byName.get(full)?.role ?? null);
        return { name: full, role, isPerson: true };
      }
      if (hasTitle)
        return { name: last.text, role: textOf(run.slice(0, run.length - name.length)), isPerson: true };
    }
    from = Math.max(from, to);
  }
  return null;
}

/** "der Kommunikationsdirektor" → whoever was introduced with that office. */
function speakerByOffice(
  core: readonly Word[],
  registry: SpeakerRegistry,
  last: Speaker | null,
): Speaker | null {
  const head = officeHead(core);
  if (core[0]?.tag !== "determiner" || head === null || !/^(?:der|die|dem|the)$/.test(core[0].lower))
    return null;
  const known = registry.byOffice.get(head);
  if (known) return known;
  return last?.role &&
    SPOKESPERSON.test(head) &&
    SPOKESPERSON.test(last.role.split(" ")[0]?.toLowerCase() ?? "")
    ? last
    : null;
}

const officeHead = (words: readonly Word[]) =>
  words.find(({ text, tag }) => tag === "noun" && OFFICE.test(text))?.lower ?? null;
const hasOffice = (words: readonly Word[]) => officeHead(words) !== null;

function remember(speaker: Speaker, registry: SpeakerRegistry) {
  if (!speaker.isPerson) return;
  if (!registry.byName.has(speaker.name) || speaker.role) registry.byName.set(speaker.name, speaker);
  const office = speaker.role
    ?.split(" ")
    .find((word) => OFFICE.test(word))
    ?.toLowerCase();
  if (office) registry.byOffice.set(office, speaker);
}

/** "Die USA" → "die USA", "Rund die Hälfte" → "rund die Hälfte" */
function withSmallDeterminer(words: readonly Word[]): string {
  const [first, ...rest] = words;
  const isSmall = first?.tag === "determiner" || first?.tag === "adverb";
  return isSmall ? textOf([{ ...first, text: first.lower }, ...rest]) : textOf(words);
}

function withoutDeterminer(words: readonly Word[]): string {
  const [first, ...rest] = words;
  if (first?.tag !== "determiner" || rest.length === 0) return textOf(words);
  const isGenitive = first.lower === "des" || first.lower === "eines";
  const head = rest.findIndex(({ tag }) => tag === "noun");
  return renderPhrase(
    rest.map((word, at) =>
      pieceOf(word, isGenitive && at === head ? withoutGenitiveEnding(word.text) : word.text),
    ),
  );
}

/** "Umweltbundesamtes" → "Umweltbundesamt", "Ministeriums" → "Ministerium". */
const withoutGenitiveEnding = (noun: string) =>
  noun.replace(/(?<=(?:t|d|s|z|ch))es$|(?<=[mnlrtkgdb])s$/u, "");
