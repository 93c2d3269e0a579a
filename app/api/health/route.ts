import { isDatabaseReachable } from "@/lib/health/queries";
import packageFile from "@/package.json";

const VERSION = packageFile.version;

export const dynamic = "force-dynamic";

/** For load balancers and monitors: no sign-in, nothing but whether Beleg can work. */
export async function GET(): Promise<Response> {
  const isReachable = await isDatabaseReachable();
  return Response.json(
    {
      status: isReachable ? "ok" : "unavailable",
      version: VERSION,
      database: isReachable ? "ok" : "unreachable",
    },
    { status: isReachable ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
