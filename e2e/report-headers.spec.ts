import { sessionCookieOf } from "./accounts";
import { send } from "./api";
import { expect, originOf, test } from "./fixtures";

test("a report opened from the server is shut in a sandbox without scripts", async ({
  api,
  desk,
  baseURL,
}) => {
  const { id } = await api.importArticle("Die Stadt hat 2023 genau 412 Wohnungen gebaut.");
  const { name, value } = await sessionCookieOf(desk.editor);
  for (const format of ["html", "md", "json"]) {
    const { status, headers } = await send(
      `${originOf(baseURL)}/api/v1/articles/${id}/report?format=${format}&download=1`,
      { headers: { cookie: `${name}=${value}` } },
    );
    expect(status).toBe(200);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; /);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="Pruefbericht/);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
  }
});
