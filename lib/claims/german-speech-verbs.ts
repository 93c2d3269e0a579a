import type { Word } from "@/lib/claims/tag-german-words";

/* Verbs that say that somebody says, thinks, asks or promises something, and what they take. */

/** What the verb makes of its content: a fact told, a demand, a supposition, its denial, an intention or a judgement. */
export type SpeechForce = "statement" | "appeal" | "conjecture" | "denial" | "prediction" | "opinion";

export interface SpeechVerb {
  /** The infinitive, with its particle: "ankündigen". */
  readonly lemma: string;
  readonly force: SpeechForce;
  /**
   * What it takes. `clause`: a quotation, a dass-clause or indirect speech. `plain`: a main clause in the indicative too.
   * `zu`: an infinitive. `object`: what was said as a noun ("forderte Neuwahlen"). `als`, `für` and other prepositions:
   * what was said behind them ("warnte vor Frost"; `zu+` is the preposition). `sich`: only with the reflexive. `nennen`:
   * an object and its name. `front`: never behind what was said.
   */
  readonly frames: ReadonlySet<string>;
}

/** Force, frames, verbs; a stroke stands behind a particle that goes to the end of the clause. From the grammar. */
const CLASSES: readonly (readonly [SpeechForce, string, string])[] = [
  ["statement", "clause plain", "sagen betonen meinen erzählen mit|teilen"],
  ["statement", "clause plain zu", "erklären"],
  ["statement", "clause zu", "aus|sagen"],
  ["statement", "clause", "äußern"],
  [
    "statement",
    "clause",
    `schreiben bemerken ergänzen erwidern entgegnen antworten kommentieren konstatieren resümieren formulieren präzisieren
    folgern argumentieren urteilen verlauten twittern posten scherzen witzeln spotten jubeln schwärmen heißen verraten
    an|merken an|fügen hinzu|fügen fort|fahren dar|legen klar|stellen fest|stellen fest|halten heraus|stellen durch|geben
    schildern erläutern nach|legen ein|wenden ein|werfen weiter|sagen zusammen|fassen zitieren stehen fragen wissen finden rufen denken
    auf|zeigen vor|rechnen nach|weisen hervor|gehen zeigen unterstellen beschließen entscheiden deutlich|machen klar|machen
    schwören enthüllen suggerieren bilanzieren frotzeln wettern lamentieren dozieren orakeln mutmaßen schlussfolgern`,
  ],
  ["statement", "clause object", "melden vermelden verkünden bekannt|geben bekannt|machen"],
  ["statement", "clause object", "bekräftigen unterstreichen hervor|heben signalisieren bekunden bestätigen"],
  [
    "statement",
    "clause zu object",
    "versichern beteuern ein|räumen zu|geben ein|gestehen gestehen an|geben zu|sichern",
  ],
  ["statement", "clause über von", "berichten"],
  ["statement", "clause von", "sprechen"],
  ["statement", "clause auf", "hin|weisen verweisen"],
  // A misspelling of "darauf hin" that news share.
  ["statement", "clause", "daraufhin|weisen"],
  ["statement", "clause mit", "begründen"],
  ["statement", "clause zu", "behaupten"],
  ["statement", "clause zu vor an", "warnen"],
  ["prediction", "clause object mit zu", "drohen an|drohen"],
  ["statement", "object auf", "beziffern"],
  ["statement", "auf", "zurück|führen"],
  ["statement", "clause aus", "aus|führen"],
  ["statement", "clause object zu", "vor|werfen beschuldigen bezichtigen unterstellen"],
  ["denial", "clause zu object", "bestreiten dementieren leugnen"],
  ["denial", "clause object", "zurück|weisen bezweifeln an|zweifeln verneinen aus|schließen"],
  ["denial", "clause", "widersprechen zweifeln"],
  ["conjecture", "clause plain zu", "glauben"],
  ["conjecture", "clause object hinter", "vermuten befürchten fürchten"],
  ["conjecture", "clause auf", "schätzen"],
  ["conjecture", "clause object", "spekulieren an|nehmen"],
  ["conjecture", "clause von plain", "aus|gehen davon|gehen"],
  ["prediction", "clause mit", "rechnen"],
  [
    "prediction",
    "clause object zu",
    "erwarten prognostizieren voraus|sagen voraus|sehen prophezeien vorher|sagen",
  ],
  ["prediction", "clause zu auf", "hoffen"],
  [
    "prediction",
    "clause zu object",
    "an|kündigen versprechen zu|sagen geloben vor|haben planen beabsichtigen",
  ],
  ["prediction", "zu sich", "verpflichten"],
  ["appeal", "clause zu object", "fordern verlangen an|mahnen erbitten"],
  ["appeal", "clause zu zu+", "mahnen auf|rufen auf|fordern raten drängen dazu|rufen"],
  ["appeal", "clause zu um", "bitten ersuchen"],
  ["appeal", "clause zu an", "appellieren"],
  ["appeal", "clause zu für auf", "plädieren werben"],
  ["appeal", "clause zu object", "empfehlen vor|schlagen nahe|legen beantragen"],
  ["appeal", "zu auf", "pochen bestehen beharren dringen drängen"],
  ["appeal", "zu", "an|weisen gebieten untersagen ermahnen beschwören"],
  ["appeal", "sich für gegen", "aus|sprechen ein|setzen"],
  ["statement", "clause object als front", "kritisieren loben bemängeln beklagen monieren rügen tadeln"],
  ["statement", "clause object als", "bedauern begrüßen"],
  [
    "opinion",
    "object als front",
    "verurteilen würdigen befürworten ab|lehnen an|prangern brandmarken geißeln",
  ],
  [
    "opinion",
    "front als",
    "bezeichnen werten bewerten ein|stufen betrachten ansehen charakterisieren beschreiben deuten",
  ],
  ["opinion", "front als in", "sehen"],
  ["opinion", "front nennen", "nennen"],
  ["opinion", "front für", "halten"],
  ["statement", "front sich über", "beklagen beschweren empören mokieren"],
  ["statement", "front sich von", "distanzieren"],
  ["statement", "clause über", "klagen"],
  ["statement", "front gegen", "protestieren"],
  ["statement", "sich gegen", "wenden wehren verwahren"],
];

/** infinitive → participle of the strong verbs among them. */
const STRONG: Readonly<Record<string, string>> = {
  sprechen: "gesprochen",
  geben: "gegeben",
  werfen: "geworfen",
  nehmen: "genommen",
  weisen: "gewiesen",
  rufen: "gerufen",
  schreiben: "geschrieben",
  raten: "geraten",
  bitten: "gebeten",
  bieten: "geboten",
  streiten: "gestritten",
  halten: "gehalten",
  heben: "gehoben",
  sehen: "gesehen",
  gehen: "gegangen",
  stehen: "gestanden",
  schließen: "geschlossen",
  scheiden: "geschieden",
  nennen: "genannt",
  denken: "gedacht",
  wissen: "gewusst",
  finden: "gefunden",
  schwören: "geschworen",
  werben: "geworben",
  dringen: "gedrungen",
  wenden: "gewandt",
  heißen: "geheißen",
  schlagen: "geschlagen",
};
const FIXED_PREFIX = /^(?:be|emp|ent|er|ge|miss|ver|zer|wider|unter)(?=\p{Ll}{4})/u;

function participleOf(particle: string, base: string): string {
  const strong = STRONG[base];
  if (strong) return particle + strong;
  const prefix = FIXED_PREFIX.exec(base)?.[0] ?? "";
  const root = STRONG[base.slice(prefix.length)];
  if (root) return `${particle}${prefix}${root.slice(2)}`;
  const stem = stemOf(base);
  const isUnmarked = prefix !== "" || base.endsWith("ieren") || /^prophezei/.test(stem);
  return `${particle}${isUnmarked ? "" : "ge"}${stem}${linkOf(stem)}t`;
}

/** "äußern" → "äußer", "sagen" → "sag". */
const stemOf = (infinitive: string) => infinitive.replace(/(?:(?<=e[lr])n|en|n)$/, "");
/** "antwort" + t → "antwortet". */
const linkOf = (stem: string) => (/(?:[dt]|ch[mn]|[^aeiouäöülrmnh][mn])$/.test(stem) ? "e" : "");

const VERBS = new Map<string, SpeechVerb>();
/** The particles that each simple verb may have at the end of its clause. */
const PARTICLES = new Map<string, Set<string>>();
const PARTICIPLES = new Map<string, string>();
/** Finite forms of weak verbs, which a tagger that guesses lemmas by endings gets wrong ("befürwortete"). */
const WEAK_FORMS = new Map<string, string>();

for (const [force, frames, verbs] of CLASSES) {
  for (const entry of verbs.trim().split(/\s+/)) {
    const [base = "", particle = ""] = entry.split("|").reverse();
    const lemma = particle + base;
    const earlier = VERBS.get(lemma);
    VERBS.set(lemma, {
      lemma,
      force: earlier?.force ?? force,
      frames: new Set([...(earlier?.frames ?? []), ...frames.split(" ")]),
    });
    PARTICIPLES.set(participleOf(particle, base), lemma);
    if (particle) PARTICLES.set(base, (PARTICLES.get(base) ?? new Set()).add(particle));
    if (!STRONG[base] && !STRONG[base.replace(FIXED_PREFIX, "")]) addWeakForms(particle, base);
  }
}

function addWeakForms(particle: string, base: string) {
  const stem = stemOf(base);
  const link = linkOf(stem);
  for (const ending of [`${link}t`, `${link}te`, `${link}ten`, "e"]) {
    WEAK_FORMS.set(stem + ending, base);
    if (particle) WEAK_FORMS.set(particle + stem + ending, particle + base);
  }
}

/** What the verb takes; null for verbs that say nothing of speech. */
export const speechVerb = (lemma: string): SpeechVerb | null => VERBS.get(lemma) ?? null;

/** What the verb makes of its content; a plan ("will bauen") speaks of what is to come. */
export const forceOf = (lemma: string): SpeechForce | null =>
  lemma === "wollen" ? "prediction" : (VERBS.get(lemma)?.force ?? null);

/** The infinitive of a finite verb, without a particle that stands elsewhere. */
export const lemmaOfFinite = ({ lower, finite }: Word): string =>
  WEAK_FORMS.get(lower) ?? finite?.lemma.replace(/een$/, "en") ?? "";

/** The infinitive of a participle of speech: "angekündigt" → "ankündigen". */
export const lemmaOfParticiple = (participle: string): string | null => PARTICIPLES.get(participle) ?? null;

/** The particles a simple verb may have: "kündigen" → "an". */
export const particlesOf = (base: string): ReadonlySet<string> | null => PARTICLES.get(base) ?? null;
