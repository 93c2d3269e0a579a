import { clauseStart, speakerOfVerb } from "@/lib/claims/german-speech-subjects";
import type { SpeechVerbGroup } from "@/lib/claims/german-verb-groups";
import { bracketLimit, opensSubordinate, speechVerbGroupAt } from "@/lib/claims/german-verb-groups";
import type { SpeechFrame, WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";

/* Speech told in the author's words: X forderte Neuwahlen · X warnte vor Frost · X nannte das Unsinn. */

const LATEST_VERB = 40;

/** Finds a main clause that says as a whole what somebody says, asks or plans. */
export function reportedStatement(words: readonly Word[], end: number): SpeechFrame | null {
  for (let at = 1; at < Math.min(end, LATEST_VERB); at++) {
    if (words[at]?.tag !== "finite") continue;
    const from = clauseStart(words, at);
    if (from > 0 && opensSubordinate(words, from)) continue;
    if (from === 0 && opensSubordinate(words, 0)) continue;
    return reportedAt(words, at, from, end);
  }
  return null;
}

function reportedAt(words: readonly Word[], at: number, from: number, end: number): SpeechFrame | null {
  const clause = { from, to: bracketLimit(words, at, end) };
  const group = speechVerbGroupAt(words, at, end);
  if (!group) return null;
  const speaker = speakerOfVerb(words, clause, group);
  if (!speaker && !(group.isPassive && group.verb.lemma === "warnen")) return null;
  // "wurde durch die Polizei bestätigt": the author tells what the Polizei did, not what it said.
  if (group.isPassive && group.verb.force === "statement" && group.verb.frames.has("object")) return null;
  if (!hasContent(words, clause, group, speaker)) return null;
  return {
    mode: "reported",
    content: [{ from: 0, to: end }],
    cue: group.cue,
    speaker,
    cueLemma: group.verb.lemma,
    isAnonymous: speaker === null,
  };
}

/** What the verb asks for stands in its clause, outside the subject. */
function hasContent(
  words: readonly Word[],
  { from, to }: WordRange,
  { verb, at, isPassive }: SpeechVerbGroup,
  speaker: WordRange | null,
): boolean {
  const { frames } = verb;
  const isFree = (index: number) => !speaker || index < speaker.from || index >= speaker.to;
  const has = (test: (word: Word, index: number) => boolean) => {
    for (let index = from; index < to; index++) {
      const word = words[index];
      if (word && index !== at && isFree(index) && test(word, index)) return true;
    }
    return false;
  };
  if (frames.has("plan"))
    return speaker !== null && words[speaker.from]?.lower !== "man" && !isMoveInPast(words, at, to);
  if (frames.has("sich") && !has(({ lower }) => lower === "sich")) return false;
  if (verb.lemma === "einräumen" && has(({ lower }) => GRANTED.test(lower))) return false;
  if (verb.lemma === "fordern" && has(({ lower }) => TOLL.test(lower))) return false;
  if (verb.lemma === "verurteilen" && has(({ lower }) => SENTENCED.test(lower))) return false;
  if (PREPOSITIONS.some((name) => frames.has(name) && has(({ lower }) => isPreposition(name, lower))))
    return true;
  if (frames.has("als") && has(({ lower }) => lower === "als")) return true;
  if (frames.has("nennen")) return has(({ tag }) => tag === "noun" || tag === "pronoun");
  if (verb.force === "denial" && has(({ lower, tag }) => tag === "pronoun" && /^(?:das|dies)$/.test(lower)))
    return true;
  return frames.has("object") && (isPassive || has((word, index) => isObject(words, word, index)));
}

const PREPOSITIONS = [
  "an",
  "auf",
  "aus",
  "für",
  "gegen",
  "hinter",
  "in",
  "mit",
  "nach",
  "um",
  "von",
  "vor",
  "über",
  "zu+",
] as const;

const FUSED: Readonly<Record<string, RegExp>> = {
  an: /^(?:an|am|ans|daran)$/,
  auf: /^(?:auf|aufs|darauf)$/,
  aus: /^(?:aus|daraus)$/,
  für: /^(?:für|fürs|dafür)$/,
  gegen: /^(?:gegen|dagegen)$/,
  hinter: /^(?:hinter|dahinter)$/,
  in: /^(?:in|im|darin)$/,
  mit: /^(?:mit|damit)$/,
  nach: /^(?:nach|danach)$/,
  um: /^(?:um|darum)$/,
  von: /^(?:von|vom|davon)$/,
  vor: /^(?:vor|vorm|davor)$/,
  über: /^(?:über|übers|darüber)$/,
  "zu+": /^(?:zu|zum|zur|dazu)$/,
};
const isPreposition = (name: string, word: string) => FUSED[name]?.test(word) ?? false;

/** A noun that no preposition governs. */
function isObject(words: readonly Word[], { tag }: Word, at: number): boolean {
  if (tag !== "noun") return false;
  let isPhraseOpen = true;
  for (let before = at - 1; before >= Math.max(0, at - 6); before--) {
    const word = words[before];
    if (word?.tag === "preposition") return false;
    if (!word || !/^(?:adjective|determiner|number|noun|adverb)$/.test(word.tag)) return true;
    // "zu dem Ereignis rund 500 Gäste": the noun closes the phrase before.
    if (word.tag === "noun" && !isPhraseOpen) return true;
    if (word.tag !== "noun") isPhraseOpen = false;
    if (word.tag === "determiner") return words[before - 1]?.tag !== "preposition";
  }
  return true;
}

/** "Das Gericht verurteilte ihn zu drei Jahren": no opinion. */
const SENTENCED = /^(?:zu|wegen)$/;

/** "Das Unglück forderte zwei Todesopfer": nobody demands anything. */
const TOLL = /(?:opfer|opfern|menschenleben|tote|toten|verletzte|verletzten)$/;

/** "Die Stadt räumt dem Radverkehr Vorrang ein": it gives, and admits nothing. */
const GRANTED =
  /(?:priorität|vorrang|vorfahrt|platz|raum|zeit|frist|recht|rechte|möglichkeit|möglichkeiten|chance|chancen|kredit|rabatt|stellenwert|bedeutung|befugnis|befugnisse)$/;

/** "Sie wollten die Stadt verlassen": what somebody was about to do when something happened. */
const isMoveInPast = (words: readonly Word[], at: number, to: number) =>
  /^wollten?$/.test(words[at]?.lower ?? "") && words.slice(at + 1, to).some(({ lower }) => MOVE.test(lower));
const MOVE =
  /^(?:ab|an|auf|aus|ein|fort|heim|hin|um|vor|vorbei|weg|weiter|zurück|herein|heraus|hinein|hinaus)?(?:gehen|fahren|fliehen|flüchten|laufen|reisen|kommen|steigen|springen|klettern|biegen|fliegen|weichen|schwimmen|holen|bringen|nehmen|stehlen|greifen|brechen|überholen|wenden|retten|löschen)$|^(?:verlassen|überqueren|überholen|entkommen|betreten|besuchen|entreißen|erreichen|treffen|helfen)$/;
