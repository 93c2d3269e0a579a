import { env } from "@/lib/env";
import { describeApi } from "@/lib/http/openapi";
import { version } from "@/package.json";
import { API_ROUTES } from "./api-routes";

/** The description holds nothing of any desk, so programs may read it before they have a token. */
export function GET(): Response {
  return Response.json(describeApi({ version, serverUrl: env.BELEG_URL, routes: API_ROUTES }), {
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
