import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** An article in review, as a person sees it: found by role and name, in German. */
export class WorkspacePage {
  constructor(readonly page: Page) {}

  async open(articleId: string, claimId?: string): Promise<void> {
    await this.page.goto(`/articles/${articleId}${claimId ? `?claim=${claimId}` : ""}`);
    await expect(this.text).toBeVisible();
  }

  get text(): Locator {
    return this.page.getByRole("article", { name: "Text des Artikels" });
  }

  /** The rows of the list that are not open. */
  get rows(): Locator {
    return this.page.getByRole("list", { name: "Behauptungen" }).locator("[data-row]");
  }

  row(number: number): Locator {
    return this.page
      .getByRole("list", { name: "Behauptungen" })
      .getByRole("link", { name: new RegExp(`^(${number} |Behauptung ${number}: )`) });
  }

  card(number: number): Locator {
    return this.page.getByRole("article", { name: `Behauptung ${number}`, exact: true });
  }

  async openClaim(number: number): Promise<Locator> {
    await this.row(number).click();
    await expect(this.card(number)).toBeVisible();
    return this.card(number);
  }

  async setVerdict(card: Locator, verdict: string): Promise<void> {
    const verdicts = card.getByRole("group", { name: "Ergebnis" });
    await verdicts.getByText(verdict, { exact: true }).click();
    await expect(verdicts.getByRole("radio", { name: verdict, exact: true })).toBeChecked();
    await this.untilSaved();
  }

  reason(card: Locator): Locator {
    return card.getByRole("textbox", { name: "Begründung" });
  }

  async writeReason(card: Locator, text: string): Promise<void> {
    await this.reason(card).fill(text);
    await this.reason(card).press("ControlOrMeta+Enter");
    await this.untilSaved();
  }

  async attachSource(
    card: Locator,
    source: {
      title: string;
      stance: string;
      kind?: string;
      url?: string;
      excerpt?: string;
      locator?: string;
    },
  ): Promise<void> {
    await card.getByRole("button", { name: /^Quelle anhängen/ }).click();
    const form = card.getByRole("form", { name: "Quelle anhängen" });
    await form.getByRole("group", { name: "Die Quelle …" }).getByText(source.stance).click();
    if (source.kind !== undefined)
      await form.getByRole("combobox", { name: "Art" }).selectOption(source.kind);
    if (source.url !== undefined) await form.getByRole("textbox", { name: "Webadresse" }).fill(source.url);
    await form.getByRole("textbox", { name: "Titel oder Name" }).fill(source.title);
    if (source.locator !== undefined)
      await form.getByRole("textbox", { name: "Fundstelle" }).fill(source.locator);
    if (source.excerpt !== undefined)
      await form.getByRole("textbox", { name: "Auszug" }).fill(source.excerpt);
    await form.getByRole("button", { name: "Quelle anhängen" }).click();
    await expect(form).toBeHidden();
    await expect(card.getByText(source.title)).toBeVisible();
  }

  async addNote(card: Locator, body: string): Promise<void> {
    await card.getByRole("button", { name: /^Notiz schreiben/ }).click();
    await card.getByRole("textbox", { name: "Notiz" }).fill(body);
    await card.getByRole("button", { name: "Notiz speichern" }).click();
    await expect(card.getByRole("button", { name: "Notiz speichern" })).toBeHidden();
    await expect(card.getByText(body)).toBeVisible();
  }

  /** Nothing that was done is still on its way. */
  async untilSaved(): Promise<void> {
    await expect(this.page.getByText(/^Gespeichert/)).toBeVisible();
  }
}
