import type { Page } from "@playwright/test";
import type { Desk, Member } from "./accounts";
import type { Api } from "./api";
import { expect, REFUSED, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

const TEXT = "Wohnungen\n\nDie Stadt hat 412 Wohnungen gebaut.\n\nDer Bau kostete 90 Millionen Euro.";
const MINE = "Ich habe beim Amt angerufen: Die Zahl stimmt.";
const THEIRS = "Laut Amtsblatt vom 3. Mai sind es 412.";

/** Two people look at the same claim; the first one's browser hears nothing of what the second one does. */
async function twoBrowsers(input: {
  page: Page;
  api: Api;
  desk: Desk;
  signIn: (member: Member) => Promise<void>;
  colleague: (member: Member) => Promise<Page>;
}) {
  const { page, api, desk, signIn, colleague } = input;
  const { id } = await api.importArticle(TEXT);
  await page.route("**/events*", (route) => route.abort());
  await signIn(desk.editor);
  const mine = new WorkspacePage(page);
  await mine.open(id);
  const theirs = new WorkspacePage(await colleague(desk.reviewer));
  await theirs.open(id);
  return { id, mine, theirs, myCard: await mine.openClaim(1), theirCard: await theirs.openClaim(1) };
}

test.describe("two people write the same reason at once", () => {
  test.beforeEach(({ expectFault }) => {
    expectFault(REFUSED(409));
    expectFault(/events.*|ERR_FAILED/);
  });

  for (const { way, button, expected } of [
    { way: "keeping the other text", button: "Fremde behalten", expected: THEIRS },
    { way: "keeping the own text", button: "Meine behalten", expected: MINE },
    { way: "saving both as one", button: "Zusammengeführte speichern", expected: `${THEIRS} ${MINE}` },
  ]) {
    test(`both texts are shown, and ${way} stores exactly that`, async ({
      page,
      api,
      desk,
      signIn,
      colleague,
    }) => {
      const { id, mine, theirs, myCard, theirCard } = await twoBrowsers({
        page,
        api,
        desk,
        signIn,
        colleague,
      });
      await theirs.writeReason(theirCard, THEIRS);
      await mine.reason(myCard).fill(MINE);
      await mine.reason(myCard).press("ControlOrMeta+Enter");

      const conflict = myCard.getByRole("region", { name: "Zweimal geändert: Begründung" });
      await expect(conflict).toBeVisible();
      await expect(conflict).toContainText(desk.reviewer.name);
      await expect(conflict.getByText(THEIRS)).toBeVisible();
      await expect(conflict.getByRole("textbox", { name: "Von dir" })).toHaveValue(MINE);
      expect((await api.getArticle(id)).claims[0]?.reason).toBe(THEIRS);

      if (expected.includes(THEIRS) && expected.includes(MINE)) {
        await conflict.getByRole("textbox", { name: "Von dir" }).fill(expected);
      }
      await conflict.getByRole("button", { name: button }).click();
      await expect(conflict).toBeHidden();
      await expect(mine.reason(myCard)).toHaveValue(expected);
      await expect.poll(async () => (await api.getArticle(id)).claims[0]?.reason).toBe(expected);
      await expect(mine.reason(theirCard).or(theirs.reason(theirCard)).first()).toHaveValue(expected);
      // The refused text is on the record, whoever won.
      const { items } = await api.get<{ items: object[] }>(`/articles/${id}/activity`);
      expect(JSON.stringify(items)).toContain(THEIRS);
    });
  }

  test("the conflict and both texts survive a reload", async ({ page, api, desk, signIn, colleague }) => {
    const { id, mine, theirs, myCard, theirCard } = await twoBrowsers({ page, api, desk, signIn, colleague });
    await theirs.writeReason(theirCard, THEIRS);
    await mine.reason(myCard).fill(MINE);
    await mine.reason(myCard).press("ControlOrMeta+Enter");
    await expect(myCard.getByRole("region", { name: "Zweimal geändert: Begründung" })).toBeVisible();
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(mine.card(1)).toContainText(/hat das inzwischen geändert|Zweimal geändert/);
    await expect(page.getByText(MINE).first()).toBeVisible();
    expect((await api.getArticle(id)).claims[0]?.reason).toBe(THEIRS);
  });

  test("the same person in two tabs loses nothing either", async ({ page, api, desk, signIn, colleague }) => {
    const { id } = await api.importArticle(TEXT);
    await page.route("**/events*", (route) => route.abort());
    await signIn(desk.editor);
    const first = new WorkspacePage(page);
    await first.open(id);
    const second = new WorkspacePage(await colleague(desk.editor));
    await second.open(id);
    await second.writeReason(await second.openClaim(1), THEIRS);
    const card = await first.openClaim(1);
    await first.reason(card).fill(MINE);
    await first.reason(card).press("ControlOrMeta+Enter");
    await expect(card.getByText(THEIRS)).toBeVisible();
    await expect(card.getByRole("textbox", { name: "Von dir" })).toHaveValue(MINE);
  });
});

test("a verdict does not collide with a reason", async ({
  page,
  api,
  desk,
  signIn,
  colleague,
  expectFault,
}) => {
  expectFault(/events.*|ERR_FAILED/);
  const { id, mine, theirs, myCard, theirCard } = await twoBrowsers({ page, api, desk, signIn, colleague });
  await theirs.writeReason(theirCard, THEIRS);
  await mine.setVerdict(myCard, "falsch");
  await expect
    .poll(
      async () => (await api.getArticle(id)).claims.map(({ verdict, reason }) => ({ verdict, reason }))[0],
    )
    .toEqual({ verdict: "FALSE", reason: THEIRS });
  await expect(page.getByText("Zweimal geändert")).toHaveCount(0);
});

test("two verdicts at once: the second person sees both and decides", async ({
  page,
  api,
  desk,
  signIn,
  colleague,
  expectFault,
}) => {
  expectFault(REFUSED(409));
  expectFault(/events.*|ERR_FAILED/);
  const { id, mine, theirs, myCard, theirCard } = await twoBrowsers({ page, api, desk, signIn, colleague });
  await theirs.setVerdict(theirCard, "bestätigt");
  await myCard.getByRole("group", { name: "Ergebnis" }).getByText("falsch", { exact: true }).click();
  const conflict = myCard.getByRole("region", { name: "Zweimal geändert: Ergebnis" });
  await expect(conflict).toContainText("bestätigt");
  await expect(conflict).toContainText("falsch");
  expect((await api.getArticle(id)).claims[0]?.verdict).toBe("CONFIRMED");
  await conflict.getByRole("button", { name: "Meine behalten" }).click();
  await expect.poll(async () => (await api.getArticle(id)).claims[0]?.verdict).toBe("FALSE");
  await mine.untilSaved();
});
