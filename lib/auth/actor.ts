import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { readApiToken } from "./api-token";
import type { Actor } from "./policy";
import { toReturnPath } from "./return-path";
import type { Identity } from "./session";
import { readSession } from "./session";
import { openSessionCookie, readCookie, SESSION_COOKIE } from "./session-cookie";

/** The header in which proxy.ts hands pages the path that was asked for. */
export const PATH_HEADER = "x-beleg-path";

/** The one place where an Actor comes into being. */
function makeActor(
  fields: {
    [Field in keyof Actor as Field extends string ? Field : never]: Actor[Field];
  },
): Actor {
  return Object.freeze(fields) as Actor;
}

function actorOfSession({ credentialId, ...identity }: Identity): Actor {
  return makeActor({ ...identity, sessionId: credentialId, tokenId: null });
}

async function actorOfCookie(value: string | undefined | null, now: Date): Promise<Actor | null> {
  const sid = value ? await openSessionCookie(value) : null;
  const identity = sid === null ? null : await readSession(sid, now);
  return identity && actorOfSession(identity);
}

/**
 * Who sends a request: the API token of its Authorization header, or without one the session of its cookie.
 * A wrong header is never made good by a cookie; a session cookie is never taken from the header.
 */
export async function getActor(request: Request, now = new Date()): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    return await actorOfCookie(readCookie(request.headers.get("cookie"), SESSION_COOKIE.name), now);
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const identity = token === undefined ? null : await readApiToken(token, now);
  if (!identity) return null;
  const { credentialId, ...rest } = identity;
  return makeActor({ ...rest, sessionId: null, tokenId: credentialId });
}

/** Who looks at the page; null when nobody is signed in. Read once a request. */
export const getPageActor: () => Promise<Actor | null> = cache(async () => {
  const jar = await cookies();
  return await actorOfCookie(jar.get(SESSION_COOKIE.name)?.value, new Date());
});

/** Who looks at the page. Without a session the person is sent to sign in and comes back to the same address. */
export async function requireActor(): Promise<Actor> {
  const actor = await getPageActor();
  if (actor) return actor;
  redirect(routes.signIn(toReturnPath((await headers()).get(PATH_HEADER))));
}

/** The command line of the server at work in a desk. */
export function systemActor({ deskId }: { deskId: string }): Actor {
  return makeActor({ userId: null, name: "system", deskId, role: "ADMIN", sessionId: null, tokenId: null });
}

/**
 * A member of a desk as they stand in the database, without a session: for seeds and tests.
 * @throws NOT_FOUND when there is no such active membership.
 */
export async function actorOfMembership(membershipId: string): Promise<Actor> {
  const membership = await db.membership.findFirst({
    where: { id: membershipId, disabledAt: null },
    select: { userId: true, deskId: true, role: true, user: { select: { name: true } } },
  });
  if (!membership) throw new AppError("NOT_FOUND");
  const { user, ...rest } = membership;
  return makeActor({ ...rest, name: user.name, sessionId: null, tokenId: null });
}
