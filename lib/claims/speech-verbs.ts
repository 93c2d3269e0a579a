import { wordsOf } from "@/lib/text/words-of";

/* Verbs and nouns that introduce somebody's words. Compiled by hand from the grammar of reported speech. */

/** Verbs after which a quotation, a dass-clause or indirect speech follows; infinitives. */
export const SPEECH_VERBS = wordsOf(
  "sagen erklären berichten betonen warnen äußern meinen behaupten bestätigen dementieren bestreiten versichern verkünden",
  "mahnen kommentieren begründen sprechen schreiben melden vermuten glauben schätzen fordern verlangen kritisieren fürchten",
  "befürchten hoffen erwarten argumentieren erläutern ergänzen unterstreichen bekräftigen beteuern beklagen bemängeln antworten",
  "erwidern entgegnen rufen fragen erzählen bemerken schildern prophezeien versprechen drohen twittern resümieren spekulieren",
  "urteilen rechnen bedauern klagen verlauten heißen hinweisen verweisen denken wissen finden einräumen zugeben zitieren folgern",
  "appellieren vorwerfen beschuldigen unterstellen verraten enthüllen konstatieren monieren präzisieren formulieren plädieren",
  "schwärmen loben jubeln witzeln scherzen spotten prognostizieren annehmen nennen bezeichnen signalisieren bekunden verlauten beschließen entscheiden bitten empfehlen raten",
);

/** Separable verbs of speech: the finite stem and the particle at the end of the clause. */
export const SEPARABLE_SPEECH_VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["teilen", wordsOf("mit")],
  ["geben", wordsOf("bekannt an zu")],
  ["kündigen", wordsOf("an")],
  ["fahren", wordsOf("fort")],
  ["räumen", wordsOf("ein")],
  ["fügen", wordsOf("hinzu an")],
  ["weisen", wordsOf("hin darauf daraufhin zurück")],
  ["führen", wordsOf("aus")],
  ["heben", wordsOf("hervor")],
  ["stellen", wordsOf("fest klar")],
  ["rufen", wordsOf("auf dazu")],
  ["gehen", wordsOf("davon")],
  ["werfen", wordsOf("vor")],
  ["nehmen", wordsOf("an")],
  ["kommen", wordsOf("ergebnis schluss")],
  ["zeigen", wordsOf("überzeugt besorgt zuversichtlich enttäuscht erfreut zufrieden")],
  ["drücken", wordsOf("aus")],
  ["gestehen", wordsOf("ein")],
  ["legen", wordsOf("fest dar")],
  ["halten", wordsOf("fest")],
  ["deuten", wordsOf("an")],
  ["sehen", wordsOf("voraus")],
  ["sein", wordsOf("besorgt überzeugt sicher zuversichtlich ansicht meinung auffassung")],
  ["machen", wordsOf("deutlich klar")],
]);

/** Participles of those verbs for the perfect: "hat … mitgeteilt". */
export const SPEECH_PARTICIPLES = wordsOf(
  "gesagt erklärt berichtet betont gewarnt geäußert gemeint behauptet bestätigt dementiert bestritten versichert verkündet",
  "kommentiert begründet gesprochen geschrieben gemeldet vermutet geschätzt gefordert verlangt kritisiert befürchtet",
  "mitgeteilt bekanntgegeben angekündigt eingeräumt hinzugefügt hingewiesen zurückgewiesen hervorgehoben festgestellt klargestellt",
  "aufgerufen angegeben zugegeben versprochen gedroht bekannt bekräftigt erläutert angenommen aufgefordert beschuldigt vorgeworfen",
);

/** Verbs whose object is what was said, without quotation or clause: "forderte Neuwahlen", "warnte vor Frost". */
export const REPORTING_VERBS = wordsOf(
  "fordern verlangen kritisieren warnen bestätigen dementieren bestreiten betonen begrüßen bedauern verurteilen vermuten hoffen",
  "befürchten fürchten erwarten versprechen appellieren plädieren loben beklagen bemängeln bezeichnen nennen verweisen rechnen",
  "berichten beschuldigen drohen schätzen beziffern ankündigen ablehnen mahnen spekulieren bezweifeln anzweifeln unterstreichen bekräftigen",
);

export const SEPARABLE_REPORTING_VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["kündigen", wordsOf("an")],
  ["lehnen", wordsOf("ab")],
  ["weisen", wordsOf("zurück hin")],
  ["rufen", wordsOf("auf")],
  ["sprechen", wordsOf("von aus gegen")],
  ["schließen", wordsOf("aus")],
  ["gehen", wordsOf("davon")],
  ["fordern", wordsOf("auf")],
  ["sagen", wordsOf("zu voraus")],
  ["geben", wordsOf("bekannt")],
  ["werfen", wordsOf("vor")],
  ["räumen", wordsOf("ein")],
]);

/** Verbs whose content is a demand, and those whose content is only supposed. */
export const APPEAL_VERBS = wordsOf(
  "fordern auffordern verlangen appellieren aufrufen rufen mahnen plädieren bitten drängen",
);
export const CONJECTURE_VERBS = wordsOf("vermuten glauben schätzen annehmen spekulieren befürchten fürchten");

/** Nouns behind "nach", which then names a source: "nach Angaben der Polizei". */
const SOURCE_NOUNS = wordsOf(
  "angabe angaben ansicht ansichten einschätzung einschätzungen auffassung meinung aussage aussagen information informationen",
  "bericht berichten berichte darstellung überzeugung worten erkenntnissen erkenntnis schätzung schätzungen berechnung berechnungen",
  "untersuchung untersuchungen medienberichten medienbericht medienangaben polizeiangaben agenturangaben studie studien umfrage",
  "umfragen meldungen meldung mitteilung zeitungsberichten presseberichten augenzeugenberichten behördenangaben firmenangaben",
  "unternehmensangaben regierungsangaben ermittlungen zahlen statistik prognose prognosen hochrechnungen stellungnahme experten",
);

/** "Angaben", and what is made of it: "Polizeiangaben", "Medienberichten". */
export const isSourceNoun = (noun: string): boolean =>
  SOURCE_NOUNS.has(noun) ||
  /(?:angaben|berichten|informationen|meldungen|schätzung|schätzungen|erkenntnissen)$/.test(noun);
