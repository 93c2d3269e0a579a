import { describe, expect, test } from "vitest";
import { segmentSentences } from "@/lib/text/segment-sentences";

/** Each text with a bar where a sentence ends. */
const CASES: readonly (readonly [string, string])[] = [
  ["two plain sentences", "Die Brücke ist gesperrt. |Sie öffnet im Mai."],
  ["a question before a statement", "Wer zahlt das? |Die Stadt zahlt."],
  ["an exclamation before a statement", "Achtung! |Der Damm bricht."],
  ["ordinals before a month", "Am 30. Dezember schloss das Bad. |Seit dem 2. Januar ist es offen."],
  ["ordinals before a noun", "Im 5. Jahrhundert stand hier ein Dorf. |In der 37. Minute fiel das Tor."],
  ["an ordinal behind an adjective", "Ihre erfolgreiche 5. Platte ist alt. |Der neue 3. Senat tagt."],
  ["an ordinal behind a name", "Kaiser Karl V. starb. |Friedrich II. baute das Schloss."],
  ["an ordinal before an office", "Er war der 44. Bürgermeister der Stadt. |Niemand kannte ihn."],
  ["a large ordinal", "Der 100.000. Besucher kam am Montag. |Er bekam Blumen."],
  [
    "a plain number at the end",
    "Das Boot kam auf Platz 24. |Beispiel siegte. |Er ist Nummer 3. |Trainer Muster schwieg.",
  ],
  ["a count at the end", "Die Stadt zählte 14. |Muster zählte 15."],
  ["a year at the end", "Die Brücke stammt von 1912. |Experten prüfen sie."],
  [
    "a date in figures",
    "Er kam am 24.12. nach Hause. |Am 3. 1. 2020 ging er. |Das Heft vom 24.12.2019 fehlt.",
  ],
  ["a date at the end", "Die Frist endet am 31.12.2020. |Anträge liegen aus."],
  [
    "a sentence that begins with a digit",
    "Der Damm brach. |26 Dörfer liegen unter Wasser. |2021 war es ebenso.",
  ],
  ["a time", "Um 20.15 Uhr begann das Spiel. |Es endete um 22.05 Uhr. |Zuschauer jubelten."],
  ["a decimal and a large number", "Es waren 1.200.000 Euro. |Das sind 3,5 Prozent. |Version 2.0 kommt."],
  [
    "titles",
    "Frau Prof. Dr. Muster und Hr. Beispiel kamen. |Dr.-Ing. Probe fehlte. |Dipl.-Kfm. Muster blieb.",
  ],
  [
    "abbreviations that never close",
    "Er wohnt z. B. in Musterhafen. |Sie wohnt bzw. Max arbeitet dort. |Ca. 30 kamen.",
  ],
  ["abbreviations without spaces", "Er mag z.B. Fische, d.h. Hechte u.a. Tiere. |Das ist bekannt."],
  ["abbreviations that may close", "Er kaufte Nägel, Schrauben usw. |Das Geld war knapp."],
  ["“u. a.” inside and at the end", "Es fehlten u. a. Ärzte. |Er kaufte Brot, Käse u. a. |Das reichte."],
  ["references", "Nach § 5 Abs. 2 Nr. 3 gilt das. |Vgl. S. 14 und Abb. 7. |Nach Art. 5 ist es erlaubt."],
  [
    "a noun that is elsewhere an abbreviation",
    "Es ist das teuerste seiner Art. |An Bord war Max. |Niemand sah ihn.",
  ],
  ["“Gen” as a word", "Schuld ist ein Gen. |Forscher fanden es. |Er will Chef sein. |Muster nicht."],
  ["amounts", "Das kostet 5 Mio. Euro. |Es waren 3 Mrd. |Die Stadt zahlt 20 Tsd. Euro."],
  ["centuries", "Das Haus stammt aus dem 5. Jh. |Die Kirche ist von 300 v. Chr. |Der Turm ist jünger."],
  ["initials", "J. P. Beispiel schwieg. |Frankfurt a. M. Feuerwehr half. |A. Muster ging."],
  [
    "a lettered name at the end",
    "Es bleibt Plan B. |Experten warnen. |Das Lied steht in C-Dur. |Er spielte in Gruppe A. |Muster siegte.",
  ],
  ["a retired officer", "Der Oberst a. D. Muster kam. |Er ist Richter i. R. |Das weiß jeder."],
  [
    "a registered club",
    "Der Musterverein e. V. lud ein. |Er hilft dem Musterverein e. V. |Der Beitrag ist klein.",
  ],
  ["saints and towns", "In St. Muster und Bad St. Probe regnet es. |Die Hl. Anna hilft."],
  ["weekdays and months in short", "Geöffnet Mo. bis Fr. und am 5. Okt. von zehn an. |Sonst ist zu."],
  ["a postscript", "P.S. Wir kommen. |Bis bald."],
  ["horsepower at the end", "Das Auto hat 150 PS. |Muster fährt es."],
  ["two sentences inside one quotation", "„Das Wasser steigt. |Wir gehen.“ |Er ging."],
  ["a question inside a sentence", "„Wer zahlt das?“, fragte sie. |Niemand wusste es."],
  ["a question before a small letter", "„Wer zahlt das?“ fragte sie. |»Halt!« rief er. |Alle standen."],
  ["a quotation that closes", "Er sagte: „Der Damm hält.“ |Niemand glaubte ihm."],
  ["guillemets pointing in and out", "»Der Damm hält.« |Sie ging. |«Er hält nicht.» |Er blieb."],
  ["a glued guillemet", "Er ging.|»Halt«, rief sie. |Er blieb."],
  ["a call in a compound", "Die „Hilfe!“-Rufe hörte niemand. |Die Was-nun?-Frage blieb. |Das war es."],
  ["a bracketed sentence", "Der Laden ist klein. |(Er war ein Stall.) |Er ist voll."],
  ["a bracketed sentence inside", "Er führt einen Laden (Er war ein Stall.) in der Mühle. |Er ist voll."],
  ["doubt in brackets", "Er zahlte 5 Euro (!) und 3 Cent (?) Steuer. |Das stimmt."],
  ["a source behind a quotation", "„Die Wahl war frei.“ (Muster-Stiftung). |Das stimmt."],
  ["double marks", "Er ist weg!! |Wer war das?? |Wirklich?! |Ja."],
  ["an ellipsis", "Sie zögerte … |Dann ging sie. |Er wollte … nun ja, bleiben. |Sie ging..."],
  ["spaced dots", "Der Plan . . . kam nie. |Er war teuer. . . . |Das war es."],
  ["an omission in brackets", "Der Bericht […] nennt niemanden. |Er hat Lücken. [...] |Das ist so."],
  ["footnotes", "Die Mühle brannte.[3] |Sie steht wieder. [4] |Niemand weiß es.¹ |Schade."],
  ["a missing space", "Er feierte Geburtstag.|Oskar kam auch."],
  [
    "addresses",
    "Schreiben Sie an Erika.Muster@beispiel.de. |Die Seite ist www.Beispiel.de/Liste.Html. |Sie ist neu.",
  ],
  [
    "a web address with a question mark",
    "Die Liste steht unter https://beispiel.de/?Seite=Zwei. |Sie ist neu.",
  ],
  ["numbers with bracket and stop", "1.) Der Rat tagt. |2.) Das Geld kommt."],
  ["numbers with a bracket", "1) Der Rat tagt |2) Das Geld kommt |3) Alle gehen"],
  ["numbers with a stop", "1. Der Rat tagt |2. Das Geld kommt |3. Alle gehen"],
  ["an ordinal that is no item", "1. Der Rat tagt am 2. Mai im Saal. |Das Geld kommt."],
  ["a paragraph that opens with a date", "1. Mai ist Feiertag, und am 2. Mai wird gearbeitet. |Das gilt."],
  ["bullets", "• Der Rat tagt |• Das Geld kommt |• Alle gehen"],
  ["letters with a bracket", "a) Der Rat tagt |b) Das Geld kommt |c) Alle gehen"],
  ["a list item with a number", "3. Der Rat stimmt ab. |Das Geld kommt."],
  ["a company", "Die Muster GmbH & Co. KG schloss. |Die Muster Inc. Zentrale blieb."],
  ["a street", "Er wohnt in der Beispielstr. 5 in Musterhafen. |Dort brannte es."],
  ["units", "Er lief 5 km. |Muster trug 3 kg. |Das reichte."],
  ["an hm", "Hm. |Das mag sein."],
  ["a Roman number before a noun", "Die XXI. Legislaturperiode begann. |Band III. |Das war es."],
];

describe("German sentences", () => {
  test.each(CASES)("keeps %s right", (_name, marked) => {
    const text = marked.replaceAll("|", "");
    const sentences = segmentSentences(text, { language: "de" });
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join("|")).toBe(
      marked.replaceAll(" |", "|"),
    );
  });
});
