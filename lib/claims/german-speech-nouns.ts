import { wordsOf } from "@/lib/text/words-of";

/* Nouns that say whose words something is, and nouns whose content follows in a clause. */

/** Nouns behind "nach", which then names a source: "nach Angaben der Polizei". */
const SOURCE_NOUNS = wordsOf(
  "angabe angaben ansicht ansichten einschätzung einschätzungen auffassung meinung aussage aussagen information informationen",
  "bericht berichten berichte darstellung darstellungen überzeugung worten erkenntnissen erkenntnis schätzung schätzungen berechnung",
  "berechnungen untersuchung untersuchungen studie studien umfrage umfragen meldungen meldung mitteilung ermittlungen zahlen",
  "statistik prognose prognosen hochrechnungen stellungnahme experten vorstellung vorstellungen lesart annahme annahmen analyse",
  "analysen urteil bewertung beobachtung beobachtungen auskunft kenntnis kenntnissen gutachten schilderung schilderungen",
  "bekunden dafürhalten ermessen kalkulation  presseerklärung pressemitteilung erhebung erhebungen interpretation",
  "beurteilung recherchen zeugenaussagen sicht urteilen presseberichten behauptung behauptungen",
);

/** "Angaben", and what is made of it: "Polizeiangaben", "Medienberichten". */
export const isSourceNoun = (noun: string): boolean =>
  SOURCE_NOUNS.has(noun) ||
  /(?:angaben|berichten|bericht|informationen|meldungen|schätzung|schätzungen|erkenntnissen|umfrage|studie|prognose|presseerklärung|mitteilung)$/.test(
    noun,
  );

/** Nouns whose clause says what somebody says or thinks: "der Vorwurf, dass …", "die Forderung, … zu …". */
export const isContentNoun = (noun: string): boolean => CONTENT_NOUN.test(noun);
const CONTENT_NOUN =
  /^(?:behauptung|vorwurf|vorwürfe|vorwürfen|ansicht|meinung|auffassung|überzeugung|hoffnung|befürchtung|befürchtungen|vermutung|vermutungen|aussage|annahme|verdacht|forderung|forderungen|ergebnis|schluss|appell|aufruf|warnung|warnungen|eingeständnis|these|ankündigung|versprechen|drohung|bitte|empfehlung|vorschlag|hinweis|hinweise|gerücht|gerüchte|einschätzung|erklärung|eindruck|sorge|angst|begründung|botschaft|argument|kritik|zusage|erwartung|andeutung|frage|feststellung|erkenntnis|prognose|spekulationen|spekulation|bericht|berichte|meldung|meldungen|mitteilung|nachricht|zweifel|absicht|plan)$/;
