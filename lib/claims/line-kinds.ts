import { AGENCY_SIGN } from "@/lib/articles/dateline";

/*
 * What a line of a report is when it is no part of the story. A real sentence must never be taken for one of these:
 * it would lose its claims. So a phrase that may open a sentence ("Copyright", "Kontakt") counts only where the rest of
 * the line is none.
 */

const LONGEST_NOTICE = 200;
const LONGEST_CREDITS = 400;
const LONGEST_BYLINE = 140;
const LONGEST_CAPTION = 400;

// ---- notices ------------------------------------------------------------------------------------------------

/** Of no use to a checker wherever they stand, even in the form of a sentence. */
const NOTICE = new RegExp(
  [
    /^(?:©|\(c\)\s|Copyright\s*(?:©|\(c\)|:|by\b|\d{4})|Alle Rechte vorbehalten|All rights reserved)/,
    /^(?:Lesen Sie (?:auch|hier|mehr)|Lesen Sie dazu|Auch interessant\b|Das könnte Sie (?:auch )?interessieren)/,
    /^(?:Read also|Also read|You (?:may|might) also like|Sign up (?:for|to)|Subscribe to|Follow us|Folgen Sie uns)\b/,
    /^(?:Sperrfrist|Sendesperrfrist|Sperrvermerk)\s*(?::|\d|bis [^.]{0,30}\d)|^(?:Achtung,? Redaktionen|Hinweis an (?:die )?Redaktion)/,
    /^(?:strictly )?embargo(?:ed)?(?: until|:| for)[^.]{0,40}\d|^Not for (?:release|publication) (?:before|until)|^For immediate release/,
    /^(?:Attention|Note to),? editors|^Eds?(?:itors)?[.']?(?: note)?:|^Zur sofortigen Veröffentlichung/,
    /^(?:Original-Content von|Medieninhalte|Rückfragen bitte an|Für Rückfragen)\b/,
    /^\(?(?:Mit|With) (?:Material|Agenturmaterial|Informationen|reporting|files|material) (?:von|der|by|from) [^.]{2,60}\.?\)?$/,
    /\bcontributed to this report\.\)?$/,
    /^(?:Dieser (?:Text|Artikel|Beitrag)|Diese Meldung) (?:erschien|wurde) (?:zuerst|zunächst|automatisch|maschinell)\b/,
    /^This (?:story|article) (?:was|has been) (?:originally|first|automatically)\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "iu",
);

/** Notices as long as no sentence follows: "Kontakt: Erika Beispiel", not "Kontakt: Das Virus überträgt sich so." */
const LABEL = new RegExp(
  [
    /^(?:Quellen?|Sources?|Related(?: articles| stories)?|Read more|Mehr zum Thema|Mehr dazu|Zum Thema|See also|Siehe auch|More)\s*:/,
    /^(?:Weitere|Mehr|Further|More) (?:Informationen|Infos|information)\b[^.]{0,40}:/,
    /^(?:(?:Presse|Media |Press )?(?:kontakt|contacts?)|Rückfragen(?: an)?|Ansprechpartner(?:in)?|Tel(?:efon)?\.?|Fax|E-?Mail|Phone|Web(?:site|seite)?|Internet|Homepage)\s*:/,
    /^(?:Schlagw[oö]rter?|Schlagworte|Tags?|Keywords|Themen|Topics|Teilen|Share|Ressort|Kategorie|Category)\s*:/,
    /^(?:Read more|Mehr zum Thema|More on this|More from|Mehr aus|Copyright|Newsletter|Jetzt abonnieren|Hier klicken|Click here|Related|Frei ab|Frei zur Veröffentlichung)\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "iu",
);

/** Lines that hold nothing but a label. */
const BARE_LABEL =
  /^(?:\+{2,}\s*)?(?:Anzeige|Werbung|Advertisement|Advertising|Sponsored|EIL|EILMELDUNG|Eilmeldung|BREAKING(?: NEWS)?|URGENT|ROUNDUP ?\d?|UPDATE ?\d?|WDHLG|Wiederholung|KORREKTUR|\(Wiederholung\))(?:\s*\+{2,})?$/;
const CREDITS =
  /^[([]?(?:Additional reporting|Reporting|Writing|Editing|Compiled|Bericht|Berichtet|Redigiert|Bearbeitet|Geschrieben) (?:by|von) /i;
const ADDRESS_ONLY = /^(?:\S+@\S+\.\p{L}{2,}|(?:https?:\/\/|www\.)\S+)$/u;
/** "dpa lby abc yyzz n1", "(AFP)", "red/dpa", "dpa-infocom, dpa:240104-99-473". */
const SIGN_OFF = new RegExp(
  `^\\(?(?:[a-z]{2,3}/)?(?:${AGENCY_SIGN})(?:[ ,/]{1,2}(?:[a-z]{2,3}|[a-z]{4}(?= [a-z]\\d)|[a-z]{1,3}\\d|dpa:[\\d-]+|\\d[\\d:/-]*)){0,8}\\)?\\.?$`,
  "u",
);
const ADDRESS = /@|https?:|www\.|\d{3,}[\s/-]*\d{2,}/;
const NO_WORDS = /^[^\p{L}\p{N}]+$/u;

export function isNotice(line: string): boolean {
  if (line.length < LONGEST_CREDITS && CREDITS.test(line))
    return !isSentence(line) || /^[([]|editing by|redigiert von/i.test(line);
  if (line.length >= LONGEST_NOTICE) return false;
  if (NOTICE.test(line) || BARE_LABEL.test(line) || SIGN_OFF.test(line)) return true;
  if (ADDRESS_ONLY.test(line) || NO_WORDS.test(line)) return true;
  return LABEL.test(line) && (!isSentence(line) || ADDRESS.test(line) || LINK_SENTENCE.test(line));
}

/** "Mehr zum Thema lesen Sie hier.", "Read more here." */
const LINK_SENTENCE = /\b(?:hier|here|finden Sie|lesen Sie)\b[^.]{0,40}\.?$/i;

/** Closed like a sentence and long enough to be one. */
const isSentence = (line: string) => /[.!?…]["“”«»)]?$/.test(line) && /(?:\S+\s+){3}\S/.test(line);

// ---- captions, bylines, dates -----------------------------------------------------------------------------------

const CAPTION_LABEL =
  /^[([]?(?:Foto|Fotos|Bild|Bilder|Bildquelle|Grafik|Karte|Video|Archivbild|Archivfoto|Symbolbild|Symbolfoto|Photos?|Picture|Image|Caption|Graphic|Illustration|Credit|File photo|FILE PHOTO|Im Bild)\b\s*[:(©]|^FILE\s[-–—]\s/i;
/** A line under a picture ends with who took it: "Die Brücke. Foto: Erika Beispiel/dpa", "… (Archivbild)". */
const CAPTION_END =
  /(?:[\s([](?:Foto|Bild|Grafik|Photo|Image|Picture|Credit):\s?[^.:]{2,60}|\((?:Archivbild|Archivfoto|Archiv|Symbolbild|Symbolfoto|file photo|AP Photo\/[^)]{2,40})\))[)\]]?\.?$/i;

export const isCaption = (line: string) =>
  line.length < LONGEST_CAPTION && (CAPTION_LABEL.test(line) || CAPTION_END.test(line));

const NAME = "(?:(?:von|van|de|der|den|zu|del|la|di|da|bin|al|ter|el|Mc)\\s)?\\p{Lu}[\\p{L}'’.-]*";
const NAMES = `${NAME}(?:\\s${NAME}){0,4}`;
/** "Von Erika Beispiel und Max Muster, dpa", "By Jane Sample, Staff Writer", but not "Von Bonn nach Berlin". */
const BYLINE = new RegExp(
  `^(?:(?:Von|By|VON|BY)\\s|(?:Text|Autor|Autorin|Autoren|Author|Interview|Protokoll)\\s?:\\s|(?:Written|Reported|Story) by:?\\s)(?:unser(?:em|er|en)\\s\\p{Lu}\\p{L}+\\s?)?${NAMES}(?:(?:,|\\s?[&;/|]|\\s(?:und|and|UND|AND|mit|with))\\s${NAMES}){0,6}(?:\\s?[,|(–-]\\s?[^.!?]{2,50})?$`,
  "u",
);

export const isByline = (line: string) =>
  line.length < LONGEST_BYLINE && BYLINE.test(line) && !/[!?…:]$/.test(line);

const STATUS =
  /^(?:Stand|Aktualisiert|Veröffentlicht|Erstellt|Zuletzt aktualisiert|Updated|Published|Posted|Last updated)\b[^.]{0,20}:?\s.{0,60}\d{4}/i;
const WEEKDAY = "\\p{L}{2,9}(?:tag|woch|day|abend)";
/** A line with a date and nothing else, with the place before it where there is one: "Berlin, 4. Januar 2024". */
const DATE_ONLY = new RegExp(
  `^(?:\\p{Lu}[\\p{L}/.-]{2,30}(?: \\p{Lu}\\p{L}{2,20})?, (?:den )?)?(?:${WEEKDAY},? (?:den )?)?(?:\\d{1,2}\\. ?(?:\\p{Lu}\\p{L}{2,8}\\.?|\\d{1,2}\\.) ?\\d{4}|\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2},? \\d{4}|\\d{1,2} \\p{Lu}\\p{L}{2,8} \\d{4}|\\d{4}-\\d{2}-\\d{2})(?:[ ,|–-]{1,3}(?:um |at )?\\d{1,2}[.:]\\d{2}(?: (?:Uhr|GMT|CET|MEZ|MESZ|[ap]\\.?m\\.?))?)?$`,
  "u",
);

export const isDateLine = (line: string) =>
  line.length < LONGEST_BYLINE && (DATE_ONLY.test(line) || (STATUS.test(line) && !isLongSentence(line)));

/** "Stand 2024 …" may open a sentence; a status line is short. */
const isLongSentence = (line: string) => /\.$/.test(line) && /(?:\S+\s+){8}\S/.test(line);
