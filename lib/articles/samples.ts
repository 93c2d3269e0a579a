import type { Locale } from "@/lib/i18n/locales";

/**
 * Two agency stories of our own, with everything such stories do to a checker: a date line, ordinals, quotations
 * inside quotations, indirect speech, hearsay, figures, a block that the wire sent twice. Every place, person and
 * firm is invented.
 */
const GERMAN = `Fähre soll trotz Sturmwarnung ausgelaufen sein

Kaltenhafen, 6. Januar 2026 (nkn) - Die Fähre „Seestern“, die am 30. Dezember vor der Insel Wittsand auf Grund lief, soll trotz einer Sturmwarnung ausgelaufen sein. „Die Hafenbehörde hat die Reederei um 5:40 Uhr vor Böen der Stärke 10 gewarnt“, sagte Maren Osthoff, Sprecherin des Verkehrsministeriums von Nordmark, bei einer Pressekonferenz am Dienstag. An Bord waren 214 Fahrgäste und 18 Besatzungsmitglieder. Verletzt wurde niemand.

„Am 30. Dezember 2025 hat die ‚Seestern‘ um 6:15 Uhr abgelegt, obwohl der Lotse dem Kapitän gesagt hatte: ‚Bleiben Sie im Hafen‘“, so Osthoff. „Und am 2. Januar haben wir von der Reederei noch immer keinen Bericht bekommen.“ Die Reederei habe die gesetzliche Frist von 48 Stunden damit überschritten, so die Sprecherin. Den Schaden schätzt das Ministerium auf 3,8 Millionen Euro.

Die Reederei Brückmann weist die Vorwürfe zurück. „Eine Warnung ist nie auf der Brücke angekommen“, sagte Vorstandschef Henning Thiel. Das 1987 gebaute Schiff sei erst im November überprüft worden und gelte als das sicherste auf der Linie. Die Zahl der Zwischenfälle ist dort seit 2021 um 40 Prozent gestiegen, von 15 auf 21 im Jahr.

Die Abgeordnete Silja Brandner forderte Verkehrsminister Ole Hansmann auf, sein Amt niederzulegen. Der Minister habe zwölf Prüfberichte gekannt und keinen einzigen veröffentlicht. Das Gutachten des Instituts für Seesicherheit soll am 15. Februar vorliegen.

„Am 30. Dezember 2025 hat die ‚Seestern‘ um 6:15 Uhr abgelegt, obwohl der Lotse dem Kapitän gesagt hatte: ‚Bleiben Sie im Hafen‘“, so Osthoff. „Und am 2. Januar haben wir von der Reederei noch immer keinen Bericht bekommen.“ Die Reederei habe die gesetzliche Frist von 48 Stunden damit überschritten, so die Sprecherin. Den Schaden schätzt das Ministerium auf 3,8 Millionen Euro.

© 2026 Nachrichtenkontor Nordmark
`;

const ENGLISH = `Flood warning reached Port Ellery three hours late

Port Ellery, Jan. 6, 2026 (VPB) - A flood warning for the old town of Port Ellery was reportedly sent three hours after the river had burst its banks. “The gauge at Mill Bridge showed 4.7 metres at 2:15 a.m. on Dec. 30,” Harriet Quillane, a spokeswoman for the Veldmark Water Authority, told reporters on Tuesday. Residents were told at 5:20 a.m., she added. About 1,140 households lost power, and 36 people were taken to shelters. Nobody was hurt.

“On Dec. 28 our engineers reported that two of the five sensors had failed. The answer was, ‘Wait until the new year,’” Quillane said. She said the authority had asked for spare parts in March 2025 but never received them. Repairs would have cost about $62,000, less than 1 percent of the annual budget.

Torvane Systems, the company that runs the sensors, rejected the accusation. All five sensors had been working on Dec. 29, said Chief Executive Miles Abernott. “Our network is the most reliable in the country,” Abernott said. Outages on the network have risen by 25 percent since 2022, from 32 to 40 a year.

Council member Dana Okorie-Lund called on Mayor Philip Stannard to resign. The mayor had known about the failures for six weeks and told no one, she said. An independent review is expected to be published on Feb. 15.

“On Dec. 28 our engineers reported that two of the five sensors had failed. The answer was, ‘Wait until the new year,’” Quillane said. She said the authority had asked for spare parts in March 2025 but never received them. Repairs would have cost about $62,000, less than 1 percent of the annual budget.

© 2026 Veldmark Press Bureau
`;

/** The sample article in each language of the interface. */
export const SAMPLES: Record<Locale, string> = { de: GERMAN, en: ENGLISH };
