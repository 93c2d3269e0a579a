import verbList from "@/lib/text/tagger/german-verbs.json";
import { wordsOf } from "@/lib/text/words-of";

/** What a finite German verb form says about itself. */
export interface FiniteForm {
  readonly lemma: string;
  readonly isPlural: boolean;
  /** Konjunktiv, told apart from the indicative by its form. */
  readonly isSubjunctive: boolean;
  /** The form that states the same as a fact, third person. */
  readonly indicative: string;
  /** Third person singular of the same tense and mood. */
  readonly singular: string;
}

/** Simple verbs: infinitive, third person singular of the present, the preterite and the Konjunktiv II, participle. */
const { strong: STRONG_VERBS, weak: WEAK_VERBS, weakWithoutGe: WEAK_VERBS_WITHOUT_GE } = verbList;

/** Second forms of verbs that have two. */
const DOUBLETS =
  "hängen hängt hing hinge gehangen|senden sendet sandte - gesandt|wenden wendet wandte - gewandt|backen backt backte - gebacken|stehen steht stand stände gestanden|helfen hilft half hülfe geholfen|sterben stirbt starb stürbe gestorben|werfen wirft warf würfe geworfen|werben wirbt warb würbe geworben|beginnen beginnt begann begönne begonnen|gewinnen gewinnt gewann gewönne gewonnen|gelten gilt galt gölte gegolten|schaffen schafft schaffte - geschafft|schwören schwört schwor schwüre geschworen|missverstehen missversteht missverstand missverstünde missverstanden|schreiten schreitet schritt schritte geschritten";

/** Weak verbs that the list lacks. */
const MORE_WEAK_VERBS = "platzieren vereinbaren kampieren emigrieren recherchieren subventionieren";

interface Paradigm {
  readonly infinitive: string;
  readonly present: string;
  readonly preterite: string;
  /** Konjunktiv II where it differs from the preterite. */
  readonly subjunctive?: string;
  readonly participle: string;
}

function paradigms(): Paradigm[] {
  const strong = `${STRONG_VERBS}|${DOUBLETS}`.split("|").flatMap((line) => {
    const [infinitive, present, preterite, subjunctive, participle] = line.split(" ");
    return infinitive && present && preterite && subjunctive && participle
      ? [{ infinitive, present, preterite, participle, ...(subjunctive !== "-" && { subjunctive }) }]
      : [];
  });
  return [
    ...strong,
    ...WEAK_VERBS.split(" ").map((infinitive) => weakParadigm(infinitive, "ge")),
    ...`${WEAK_VERBS_WITHOUT_GE} ${MORE_WEAK_VERBS}`
      .split(" ")
      .map((infinitive) => weakParadigm(infinitive, "")),
  ];
}

function weakParadigm(infinitive: string, ge: "ge" | ""): Paradigm {
  const stem = verbStem(infinitive);
  const link = needsLink(stem) ? "e" : "";
  return {
    infinitive,
    present: `${stem}${link}t`,
    preterite: `${stem}${link}te`,
    participle: `${ge}${stem}${link}t`,
  };
}

/** Whether all forms of a verb follow from its infinitive. */
export function isRegularVerb({ infinitive, present, preterite, participle }: Paradigm): boolean {
  return (["ge", ""] as const).some((ge) => {
    const regular = weakParadigm(infinitive, ge);
    return (
      regular.present === present && regular.preterite === preterite && regular.participle === participle
    );
  });
}

/** "handeln" → "handel", "liefern" → "liefer", "sagen" → "sag". */
export const verbStem = (infinitive: string) => infinitive.replace(/(?:(?<=e[lr])n|en|n)$/, "");
/** "rechn" + t → "rechnet", "wohn" + t → "wohnt". */
const needsLink = (stem: string) => /(?:[dt]|ch[mn]|[^aeiouäöülrmnh][mn])$/.test(stem);

const FIXED_PREFIX = /^(?:be|emp|ent|er|ge|miss|ver|zer)/;

/** The irregular auxiliaries and modals: form, lemma, plural?, indicative, singular. */
const AUXILIARIES = `
ist sein sg ist ist|sind sein pl sind ist|war sein sg war war|waren sein pl waren war|bin sein sg ist ist
sei sein sg ist ist!|seien sein pl sind ist!|wäre sein sg ist ist!|wären sein pl sind ist!
hat haben sg hat hat|haben haben pl haben hat|hatte haben sg hatte hatte|hatten haben pl hatten hatte
habe haben sg hat hat!|hätte haben sg hat hat!|hätten haben pl haben hat!
wird werden sg wird wird|werden werden pl werden wird|wurde werden sg wurde wurde|wurden werden pl wurden wurde
werde werden sg wird wird!|würde werden sg wird wird!|würden werden pl werden wird!
kann können sg kann kann|können können pl können kann|konnte können sg konnte konnte|konnten können pl konnten konnte
könne können sg kann kann!|könnte können sg könnte könnte|könnten können pl könnten könnte
muss müssen sg muss muss|müssen müssen pl müssen muss|musste müssen sg musste musste|mussten müssen pl mussten musste
müsse müssen sg muss muss!|müsste müssen sg müsste müsste|müssten müssen pl müssten müsste
soll sollen sg soll soll|sollen sollen pl sollen soll|sollte sollen sg sollte sollte|sollten sollen pl sollten sollte
solle sollen sg soll soll!|will wollen sg will will|wollen wollen pl wollen will|wollte wollen sg wollte wollte
wollten wollen pl wollten wollte|wolle wollen sg will will!|darf dürfen sg darf darf|dürfen dürfen pl dürfen darf
durfte dürfen sg durfte durfte|durften dürfen pl durften durfte|dürfe dürfen sg darf darf!|dürfte dürfen sg dürfte dürfte
dürften dürfen pl dürften dürfte|mag mögen sg mag mag|mögen mögen pl mögen mag|möchte mögen sg möchte möchte
möchten mögen pl möchten möchte|möge mögen sg mag mag!|mochte mögen sg mochte mochte|mochten mögen pl mochten mochte
`;

const FINITE_FORMS = new Map<string, FiniteForm>();
const PARTICIPLES = new Map<string, string>();
const THIRD_PERSON = new Map<string, string>();

function addForm(form: string, finite: FiniteForm) {
  if (!FINITE_FORMS.has(form)) FINITE_FORMS.set(form, finite);
}

for (const line of AUXILIARIES.split(/[|\n]/)) {
  const [form, lemma, number, indicative, singular] = line.trim().split(" ");
  if (!form || !lemma || !indicative || !singular) continue;
  addForm(form, {
    lemma,
    isPlural: number === "pl",
    isSubjunctive: singular.endsWith("!"),
    indicative,
    singular: singular.replace("!", ""),
  });
}

const PARADIGMS = paradigms();
// The most likely reading of a form first: "schalten" is rather the infinitive than the preterite of "schelten".
for (const { infinitive, present, participle } of PARADIGMS) {
  const form = { lemma: infinitive, isSubjunctive: false, singular: present };
  addForm(infinitive, { ...form, isPlural: true, indicative: infinitive });
  addForm(present, { ...form, isPlural: false, indicative: present });
  PARTICIPLES.set(participle, infinitive);
  if (!THIRD_PERSON.has(infinitive)) THIRD_PERSON.set(infinitive, present);
}
for (const { infinitive: lemma, preterite } of PARADIGMS) {
  const past = preterite.endsWith("e") ? `${preterite}n` : `${preterite}en`;
  const form = { lemma, isSubjunctive: false, singular: preterite };
  addForm(preterite, { ...form, isPlural: false, indicative: preterite });
  addForm(past, { ...form, isPlural: true, indicative: past });
}
for (const { infinitive, present } of PARADIGMS)
  addForm(`${verbStem(infinitive)}e`, {
    lemma: infinitive,
    isPlural: false,
    isSubjunctive: true,
    indicative: present,
    singular: present,
  });
// Behind the others: "führe" is rather "führen" than "fahren".
for (const { infinitive: lemma, present, subjunctive } of PARADIGMS) {
  if (!subjunctive) continue;
  const form = { lemma, isSubjunctive: true, singular: present };
  addForm(subjunctive, { ...form, isPlural: false, indicative: present });
  addForm(`${subjunctive}n`, { ...form, isPlural: true, indicative: lemma });
}
// As adjectives these are far more frequent than as subjunctives of rare verbs.
for (const adjective of ["gleiche", "weiche", "reife", "leere"]) FINITE_FORMS.delete(adjective);
THIRD_PERSON.set("sein", "ist").set("haben", "hat").set("werden", "wird");

export const AUXILIARY_LEMMAS = wordsOf("sein haben werden");
export const MODAL_LEMMAS = wordsOf("können müssen sollen wollen dürfen mögen");

const MOST_REMEMBERED = 20_000;

/** The same words come again and again in a text, and what is known of a word never changes. */
function remembered<Result>(rule: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const earlier = known.get(word);
    if (earlier !== undefined) return earlier;
    const result = rule(word);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, result);
    return result;
  };
}

/** What can stand before a simple verb: inseparable, separable, both. */
export const VERB_PREFIXES = wordsOf(
  "be emp ent er miss ver zer ab an auf aus bei durch ein empor entgegen entlang entzwei fehl fern fest fort frei",
  "gegen gegenüber gleich groß gut heim her herab heran herauf heraus herbei herein herum herunter hervor hin hinab hinauf",
  "hinaus hindurch hinein hinter hinterher hinunter hinweg hinzu hoch inne kaputt kennen klar krank kürzer lahm leicht los",
  "mit nach nahe neben nieder preis quer rein rück schief schön schwer sicher still tot statt stand teil trocken über",
  "überein um umher unter voll vor voran voraus vorbei vorher vorüber vorweg wach wahr weg weiter wett wider wieder wohl",
  "zu zufrieden zurecht zurück zusammen zuvor zuwider zwischen auseinander einher herüber hinüber dahinter darunter darüber durcheinander ineinander fertig falsch hängen fallen aneinander aufeinander beisammen bekannt bereit",
  "bloß da dabei dafür dagegen daher dahin daneben dar daran darauf davon davor dazu dazwischen dicht flach gefangen geheim",
  "gerade glatt hierher irre kahl klein knapp kund lieb maß not offen recht richtig ruhig satt scharf schlapp schwarz",
  "sauber stehen liegen spazieren übrig unterein vorwärts rückwärts warm weh weis beauf bevor veran verab verun wert wund",
);
const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 11;
const SHORTEST_FORM = 3;

/** Cuts "abnimmt" into "ab" and "nimmt", which must be one of `forms`; null where no cut does. */
function cutPrefix<Form>(
  word: string,
  forms: ReadonlyMap<string, Form>,
): { prefix: string; form: Form } | null {
  const last = Math.min(LONGEST_PREFIX, word.length - SHORTEST_FORM);
  for (let at = SHORTEST_PREFIX; at <= last; at++) {
    const form = forms.get(word.slice(at));
    if (form !== undefined && VERB_PREFIXES.has(word.slice(0, at)))
      return { prefix: word.slice(0, at), form };
  }
  return null;
}

/** The finite form, when the word is one by the lists (with or without a prefix). */
export const finiteForm = remembered((word: string): FiniteForm | null => {
  const known = FINITE_FORMS.get(word);
  if (known) return known;
  const cut = cutPrefix(word, FINITE_FORMS);
  if (!cut || AUXILIARY_LEMMAS.has(cut.form.lemma) || MODAL_LEMMAS.has(cut.form.lemma)) return null;
  const { prefix, form } = cut;
  return {
    ...form,
    lemma: prefix + form.lemma,
    indicative: prefix + form.indicative,
    singular: prefix + form.singular,
  };
});

/** The finite form an unlisted word would be by its ending; null where it can't be one. */
export function guessedFiniteForm(word: string): FiniteForm | null {
  if (word.length < 4 || !/^\p{Ll}+$/u.test(word)) return null;
  const make = (stemEnd: number, parts: Omit<FiniteForm, "lemma">): FiniteForm => ({
    lemma: `${word.slice(0, stemEnd)}en`,
    ...parts,
  });
  if (word.endsWith("ten")) {
    const singular = word.slice(0, -1);
    return make(-3, { isPlural: true, isSubjunctive: false, indicative: word, singular });
  }
  if (word.endsWith("te"))
    return make(-2, { isPlural: false, isSubjunctive: false, indicative: word, singular: word });
  if (word.endsWith("t"))
    return make(-1, { isPlural: false, isSubjunctive: false, indicative: word, singular: word });
  if (word.endsWith("en")) {
    const stem = word.slice(0, -2);
    return make(-2, {
      isPlural: true,
      isSubjunctive: false,
      indicative: word,
      singular: `${stem}${needsLink(stem) ? "e" : ""}t`,
    });
  }
  return null;
}

const PARTICIPLE_SHAPE =
  /^(?:(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|heraus|hervor|hin|hinzu|los|mit|nach|nieder|statt|teil|über|um|unter|voran|vor|weg|weiter|wieder|zurück|zusammen|zu)?ge\p{Ll}{2,}(?:t|en)|(?:\p{Ll}{0,7})?(?:be|emp|ent|er|miss|ver|zer)\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}iert|worden|gewesen|geworden)$/u;

/** "durchsucht", "unterstützt": the third person and the participle are the same. */
const OFTEN_INSEPARABLE = /^(?:durch|hinter|über|um|unter|voll|wider)\p{Ll}{2,}t$/u;

/** "verlangten" has the shape of "verlassen" and is none. */
const isWeakPreterite = (word: string) => /ten?$/.test(word) && (finiteForm(word)?.lemma ?? word) !== word;

/** Past participle by list or shape. */
export const isParticiple = remembered(
  (word: string): boolean =>
    PARTICIPLES.has(word) ||
    (PARTICIPLE_SHAPE.test(word) && !isWeakPreterite(word)) ||
    cutPrefix(word, PARTICIPLES) !== null ||
    (OFTEN_INSEPARABLE.test(word) && finiteForm(word)?.isPlural === false),
);

export function isInfinitive(word: string): boolean {
  return (word.length > 3 && /^\p{Ll}+(?:en|ern|eln)$/u.test(word)) || word === "sein" || word === "tun";
}

/** Third person singular present of an infinitive: "handeln" → "handelt", "nehmen" → "nimmt". */
export function thirdPersonOf(infinitive: string): string | null {
  const known = THIRD_PERSON.get(infinitive);
  if (known) return known;
  const cut = cutPrefix(infinitive, THIRD_PERSON);
  return cut && FIXED_PREFIX.test(cut.prefix) ? cut.prefix + cut.form : null;
}
