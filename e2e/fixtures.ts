import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { db } from "@/lib/db/client";
import { TIME_ZONE_COOKIE } from "@/lib/i18n/locales";
import type { Desk, Member } from "./accounts";
import { makeDesk, sessionCookieOf } from "./accounts";
import { Api } from "./api";

/**
 * Every test has a desk of its own, so tests run side by side and leave nothing behind that another one sees. People
 * are signed in by cookie; only sign-in.spec.ts fills in the form. A test fails when a page that it opened logged an
 * error, threw, broke its Content-Security-Policy or asked another host for anything.
 */
type Fixtures = {
  desk: Desk;
  /** The HTTP interface as the desk's editor uses it. */
  api: Api;
  /** Signs a person in, in the browser of this test or in the one given. */
  signIn: (member: Member, context?: BrowserContext) => Promise<void>;
  /** A second browser in which the person is signed in. */
  colleague: (member: Member) => Promise<Page>;
  /** Faults that a test brings about on purpose, such as a refused save or a lost network. */
  expectFault: (pattern: RegExp) => void;
  watch: (context: BrowserContext) => Promise<void>;
};

/** Chromium reports every answer above 399 as an error of the page; those a journey provokes are named by their status. */
export const REFUSED = (status: number): RegExp =>
  new RegExp(`the server responded with a status of ${status}`);
export const OFFLINE =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK_CHANGED|INCOMPLETE_CHUNKED_ENCODING|FAILED|SOCKET_NOT_CONNECTED)/;

export function originOf(baseURL: string | undefined): string {
  if (!baseURL) throw new Error("The journeys have no instance to talk to.");
  return new URL(baseURL).origin;
}

export const test = base.extend<Fixtures>({
  // The colleague's browser and the first one have to speak the same language; the specs are written in German.
  locale: "de-DE",
  timezoneId: "Europe/Berlin",

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
  desk: async ({}, use) => {
    await use(await makeDesk());
  },

  api: async ({ desk, baseURL }, use) => {
    await use(new Api(originOf(baseURL), desk.editor.token));
  },

  expectFault: async ({ watch: _ }, use, { annotations }) => {
    await use((pattern) => {
      annotations.push({ type: "expected fault", description: pattern.source });
    });
  },

  watch: [
    async ({ context, baseURL }, use, { annotations }) => {
      const faults: string[] = [];
      const origin = originOf(baseURL);
      const watch = async (watched: BrowserContext) => {
        watched.on("console", (message) => {
          if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
        });
        watched.on("weberror", (error) => faults.push(String(error.error().stack ?? error.error())));
        watched.on("request", (request) => {
          const { protocol, origin: target } = new URL(request.url());
          if (/^https?:$/.test(protocol) && target !== origin) faults.push(`Request to ${request.url()}`);
        });
        await watched.addInitScript(() => {
          addEventListener("securitypolicyviolation", (event) => {
            // biome-ignore lint/suspicious/noConsole: this is how the page tells the listener above.
            console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
          });
        });
      };
      await watch(context);
      await use(watch);
      const expected = annotations
        .filter(({ type }) => type === "expected fault")
        .map(({ description = "" }) => new RegExp(description));
      expect(faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ context: own, baseURL, timezoneId }, use) => {
    await use(async (member, context = own) => {
      await context.addCookies([
        { ...(await sessionCookieOf(member)), url: originOf(baseURL), httpOnly: true, sameSite: "Lax" },
        // A browser that was here before: the first visit of all tells the server its time zone and renders again.
        { name: TIME_ZONE_COOKIE, value: encodeURIComponent(timezoneId ?? ""), url: originOf(baseURL) },
      ]);
    });
  },

  colleague: async ({ browser, contextOptions, locale, timezoneId, baseURL, signIn, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (member) => {
      const context = await browser.newContext({ ...contextOptions, locale, timezoneId, baseURL });
      contexts.push(context);
      await watch(context);
      await signIn(member, context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Finds nothing wrong on the page as it stands, in light and in dark. Colours do not depend on the width. */
export async function checkAccessibility(
  page: Page,
  schemes: readonly ("light" | "dark")[] = ["light", "dark"],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/**
 * How many rows of the desk each table holds and a checksum of them: equal before and after means that nothing was
 * stored. Reading notes when a credential was last used, and that alone.
 */
export async function fingerprintDesk(deskId: string): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'deskId' ORDER BY 1`;
  const entries = tables.map(async ({ name }) => {
    const [row] = await db.$queryRawUnsafe<{ content: string }[]>(
      `SELECT count(*) || ' rows, ' || md5(coalesce(string_agg(row, '|' ORDER BY row), '')) AS content
         FROM (SELECT (to_jsonb(t) - 'lastSeenAt' - 'lastUsedAt')::text AS row FROM "${name}" t
                WHERE "deskId" = $1::uuid) AS rows`,
      deskId,
    );
    return [name, row?.content ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export { expect };
