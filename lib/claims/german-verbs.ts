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

/** infinitive, third person singular present, preterite, participle. Source: Duden, tables of strong verbs. */
const STRONG_VERBS = `
backen backt backte gebacken|beginnen beginnt begann begonnen|beißen beißt biss gebissen|bergen birgt barg geborgen
bieten bietet bot geboten|binden bindet band gebunden|bitten bittet bat gebeten|blasen bläst blies geblasen
bleiben bleibt blieb geblieben|braten brät briet gebraten|brechen bricht brach gebrochen|brennen brennt brannte gebrannt
bringen bringt brachte gebracht|denken denkt dachte gedacht|dringen dringt drang gedrungen|essen isst aß gegessen
fahren fährt fuhr gefahren|fallen fällt fiel gefallen|fangen fängt fing gefangen|finden findet fand gefunden
fliegen fliegt flog geflogen|fliehen flieht floh geflohen|fließen fließt floss geflossen|fressen frisst fraß gefressen
frieren friert fror gefroren|geben gibt gab gegeben|gehen geht ging gegangen|gelingen gelingt gelang gelungen
gelten gilt galt gegolten|genießen genießt genoss genossen|geschehen geschieht geschah geschehen|gewinnen gewinnt gewann gewonnen
gießen gießt goss gegossen|gleichen gleicht glich geglichen|graben gräbt grub gegraben|greifen greift griff gegriffen
halten hält hielt gehalten|hängen hängt hing gehangen|heben hebt hob gehoben|heißen heißt hieß geheißen|helfen hilft half geholfen
kennen kennt kannte gekannt|klingen klingt klang geklungen|kommen kommt kam gekommen|laden lädt lud geladen|lassen lässt ließ gelassen
laufen läuft lief gelaufen|leiden leidet litt gelitten|leihen leiht lieh geliehen|lesen liest las gelesen|liegen liegt lag gelegen
lügen lügt log gelogen|meiden meidet mied gemieden|messen misst maß gemessen|nehmen nimmt nahm genommen|nennen nennt nannte genannt
raten rät riet geraten|reißen reißt riss gerissen|reiten reitet ritt geritten|rennen rennt rannte gerannt|rufen ruft rief gerufen
schaffen schafft schuf geschaffen|scheiden scheidet schied geschieden|scheinen scheint schien geschienen|schieben schiebt schob geschoben
schießen schießt schoss geschossen|schlafen schläft schlief geschlafen|schlagen schlägt schlug geschlagen|schließen schließt schloss geschlossen
schneiden schneidet schnitt geschnitten|schreiben schreibt schrieb geschrieben|schreien schreit schrie geschrien|schreiten schreitet schritt geschritten
schweigen schweigt schwieg geschwiegen|schwimmen schwimmt schwamm geschwommen|schwören schwört schwor geschworen|sehen sieht sah gesehen
senden sendet sandte gesandt|singen singt sang gesungen|sinken sinkt sank gesunken|sitzen sitzt saß gesessen|sprechen spricht sprach gesprochen
springen springt sprang gesprungen|stehen steht stand gestanden|stehlen stiehlt stahl gestohlen|steigen steigt stieg gestiegen
sterben stirbt starb gestorben|stoßen stößt stieß gestoßen|streichen streicht strich gestrichen|streiten streitet stritt gestritten
tragen trägt trug getragen|treffen trifft traf getroffen|treiben treibt trieb getrieben|treten tritt trat getreten|trinken trinkt trank getrunken
tun tut tat getan|verlieren verliert verlor verloren|vergessen vergisst vergaß vergessen|verschwinden verschwindet verschwand verschwunden
verzeihen verzeiht verzieh verziehen|wachsen wächst wuchs gewachsen|weichen weicht wich gewichen|weisen weist wies gewiesen
wenden wendet wandte gewandt|werben wirbt warb geworben|werfen wirft warf geworfen|wiegen wiegt wog gewogen|winden windet wand gewunden
wissen weiß wusste gewusst|ziehen zieht zog gezogen|zwingen zwingt zwang gezwungen|entscheiden entscheidet entschied entschieden
`;

/** Frequent weak verbs of the news; others are recognised by their endings where the sentence leaves no doubt. */
const WEAK_VERBS = `
sagen machen zeigen stellen setzen legen führen fordern melden teilen meinen erklären berichten betonen warnen kündigen räumen
fügen äußern kritisieren loben planen prüfen rechnen schätzen glauben hoffen fürchten befürchten vermuten erwarten behaupten
bestätigen dementieren bestreiten versichern versprechen verlangen verkünden veröffentlichen mahnen appellieren spekulieren
kommentieren begründen bedauern begrüßen verurteilen erinnern folgen leben arbeiten spielen kaufen verkaufen zahlen zählen kosten
dauern enden starten landen bauen öffnen sorgen suchen brauchen nutzen liefern feiern reisen lernen lehren hören reden fragen
antworten wirken wohnen gehören reichen passieren stammen handeln stimmen wählen töten verletzen retten löschen sperren räumen
bilden gründen eröffnen ersetzen erreichen erhöhen senken steigern fehlen drohen dienen danken klagen beschweren verklagen
verhaften ermitteln untersuchen beschließen beantragen ablehnen genehmigen erlauben verhindern vermeiden verbessern verändern
verlängern verkürzen verwenden verarbeiten versuchen verdienen verteilen verstärken vereinbaren diskutieren demonstrieren
protestieren streiken reagieren existieren funktionieren informieren kontrollieren organisieren produzieren profitieren
regieren studieren telefonieren trainieren investieren kooperieren kassieren passen rücken decken wecken schicken blicken drücken
besetzen besuchen beraten beteiligen bewegen beenden bezeichnen belegen benennen betreuen bekräftigen gestalten gelangen gehorchen
zerstören erzielen ereignen erkranken erleben ermöglichen erzählen erfüllen erwähnen entwickeln entdecken entfernen enthüllen
explodieren stürzen kippen brennen rollen parken heiraten schmecken schützen stützen nützen deuten bedeuten leiten begleiten
verbreiten vorbereiten warten starten richten errichten verzichten berichten dichten sichten beobachten betrachten achten
verachten pachten schlichten verpflichten unterrichten kämpfen stärken schwächen merken bemerken wünschen herrschen forschen
mischen löschen wünschen tauschen täuschen überraschen rauschen überzeugen überwachen übernachten unterstützen unterzeichnen
zeichnen kennzeichnen ordnen eignen leugnen regnen rechnen begegnen segnen sammeln handeln wechseln entwickeln ermitteln
vermitteln verhandeln behandeln segeln ändern fördern hindern liefern fordern steuern erneuern äußern sichern versichern
erinnern mindern lagern zögern verringern vergrößern beginnen siegen besiegen kriegen biegen bemängeln beanstanden plädieren verteidigen prognostizieren erläutern
konstatieren beziffern verteuern verbilligen beschäftigen verzeichnen beteuern beklagen zweifeln bezweifeln sprengen kommandieren bekunden jubeln resümieren spekulieren appellieren
`;

interface Paradigm {
  readonly infinitive: string;
  readonly present: string;
  readonly preterite: string;
  readonly participle: string;
}

function paradigms(): Paradigm[] {
  const strong = STRONG_VERBS.split(/[|\n]/)
    .map((line) => line.trim().split(" "))
    .flatMap(([infinitive, present, preterite, participle]) =>
      infinitive && present && preterite && participle
        ? [{ infinitive, present, preterite, participle }]
        : [],
    );
  const isStrong = new Set(strong.map(({ infinitive }) => infinitive));
  const weak = [...wordsOf(WEAK_VERBS)].filter((infinitive) => !isStrong.has(infinitive)).map(weakParadigm);
  return [...strong, ...weak];
}

function weakParadigm(infinitive: string): Paradigm {
  const stem = verbStem(infinitive);
  const link = needsLink(stem) ? "e" : "";
  const participle =
    hasFixedPrefix(infinitive) || infinitive.endsWith("ieren") ? `${stem}${link}t` : `ge${stem}${link}t`;
  return { infinitive, present: `${stem}${link}t`, preterite: `${stem}${link}te`, participle };
}

/** "handeln" → "handel", "liefern" → "liefer", "sagen" → "sag". */
const verbStem = (infinitive: string) => infinitive.replace(/(?:(?<=e[lr])n|en|n)$/, "");
/** "rechn" + t → "rechnet", "wohn" + t → "wohnt". */
const needsLink = (stem: string) => /(?:[dt]|ch[mn]|[^aeiouäöülrmnh][mn])$/.test(stem);

const FIXED_PREFIX = /^(?:be|emp|ent|er|ge|miss|ver|zer)/;
const hasFixedPrefix = (verb: string) => FIXED_PREFIX.test(verb) && verb.length > 6;

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

for (const { infinitive, present, preterite, participle } of paradigms()) {
  const past = preterite.endsWith("e") ? `${preterite}n` : `${preterite}en`;
  const subjunctive = `${verbStem(infinitive)}e`;
  const form = { lemma: infinitive, isPlural: false, isSubjunctive: false };
  addForm(present, { ...form, indicative: present, singular: present });
  addForm(preterite, { ...form, indicative: preterite, singular: preterite });
  addForm(infinitive, { ...form, isPlural: true, indicative: infinitive, singular: present });
  addForm(past, { ...form, isPlural: true, indicative: past, singular: preterite });
  addForm(subjunctive, { ...form, isSubjunctive: true, indicative: present, singular: present });
  PARTICIPLES.set(participle, infinitive);
  THIRD_PERSON.set(infinitive, present);
}
// As adjectives these are far more frequent than as subjunctives of rare verbs.
for (const adjective of ["gleiche", "weiche", "reife", "leere"]) FINITE_FORMS.delete(adjective);
THIRD_PERSON.set("sein", "ist").set("haben", "hat").set("werden", "wird");

export const AUXILIARY_LEMMAS = wordsOf("sein haben werden");
const MODAL_LEMMAS = wordsOf("können müssen sollen wollen dürfen mögen");

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

const SEPARABLE_PREFIX =
  /^(?:ab|an|auf|aus|bei|bekannt|dar|durch|ein|entgegen|fest|fort|frei|gegenüber|heim|heran|heraus|herein|herunter|hervor|hinaus|hindurch|hinein|hinzu|hin|klar|los|mit|nach|nieder|statt|teil|über|um|unter|voran|voraus|vorbei|vor|weg|weiter|wider|wieder|zurück|zusammen|zu|be|emp|ent|er|miss|ver|zer)(?=\p{L}{3})/u;

/** The finite form, when the word is one by the lists (with or without a prefix). */
export const finiteForm = remembered((word: string): FiniteForm | null => {
  const known = FINITE_FORMS.get(word);
  if (known) return known;
  const prefix = SEPARABLE_PREFIX.exec(word)?.[0];
  const base = prefix ? FINITE_FORMS.get(word.slice(prefix.length)) : undefined;
  if (!prefix || !base || AUXILIARY_LEMMAS.has(base.lemma) || MODAL_LEMMAS.has(base.lemma)) return null;
  return {
    ...base,
    lemma: prefix + base.lemma,
    indicative: prefix + base.indicative,
    singular: prefix + base.singular,
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

/** Past participle by list or shape. */
export const isParticiple = remembered((word: string): boolean => {
  if (PARTICIPLES.has(word) || PARTICIPLE_SHAPE.test(word)) return true;
  const prefix = SEPARABLE_PREFIX.exec(word)?.[0];
  return prefix !== undefined && PARTICIPLES.has(word.slice(prefix.length));
});

export function isInfinitive(word: string): boolean {
  return (word.length > 3 && /^\p{Ll}+(?:en|ern|eln)$/u.test(word)) || word === "sein" || word === "tun";
}

/** Third person singular present of an infinitive: "handeln" → "handelt", "nehmen" → "nimmt". */
export function thirdPersonOf(infinitive: string): string | null {
  const known = THIRD_PERSON.get(infinitive);
  if (known) return known;
  const prefix = SEPARABLE_PREFIX.exec(infinitive)?.[0];
  const base = prefix ? THIRD_PERSON.get(infinitive.slice(prefix.length)) : undefined;
  if (prefix && base && FIXED_PREFIX.test(prefix)) return prefix + base;
  return null;
}
