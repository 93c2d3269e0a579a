import { AppError } from "@/lib/errors";

/** Least to most; the generated database enum holds the same words (a test compares them). */
export const ROLES = ["VIEWER", "EDITOR", "REVIEWER", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

declare const actorBrand: unique symbol;

/**
 * Who acts, in which desk. Every query and mutation takes one as its first argument.
 * Only lib/auth/actor.ts makes them: the brand keeps a request body or a test literal from passing as one.
 */
export type Actor = {
  readonly [actorBrand]: true;
  /** Null for the system (command line). */
  readonly userId: string | null;
  readonly name: string;
  readonly deskId: string;
  readonly role: Role;
  /** Set when the actor came by a browser session. */
  readonly sessionId: string | null;
  /** Set when the actor came by an API token. */
  readonly tokenId: string | null;
};

const EVERYONE = ["VIEWER", "EDITOR", "REVIEWER", "ADMIN"] as const;
const EDITORS = ["EDITOR", "REVIEWER", "ADMIN"] as const;
const REVIEWERS = ["REVIEWER", "ADMIN"] as const;
const ADMINS = ["ADMIN"] as const;

/** Who may do what inside their desk: the only place that says so. */
export const POLICY = {
  "article.read": EVERYONE,
  "article.import": EDITORS,
  "article.edit": EDITORS,
  "article.delete": ADMINS,
  "claim.edit": EDITORS,
  "claim.signOff": REVIEWERS,
  "source.read": EVERYONE,
  "source.edit": EDITORS,
  "note.write": EDITORS,
  "report.read": EVERYONE,
  "report.create": EDITORS,
  "activity.read": EVERYONE,
  "member.read": EVERYONE,
  "member.manage": ADMINS,
  "assist.read": EVERYONE,
  "assist.use": EDITORS,
  "assist.manage": ADMINS,
  "token.own": EVERYONE,
  "account.own": EVERYONE,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof POLICY;

export function can(actor: { role: Role }, permission: Permission): boolean {
  const allowed: readonly Role[] = POLICY[permission];
  return allowed.includes(actor.role);
}

/** @throws FORBIDDEN */
export function assertCan(actor: { role: Role }, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError("FORBIDDEN");
}
