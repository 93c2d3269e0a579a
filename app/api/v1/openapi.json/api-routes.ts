import * as invitation from "@/app/api/v1/invitations/[invitationId]/route";
import * as acceptInvitation from "@/app/api/v1/invitations/accept/route";
import * as invitations from "@/app/api/v1/invitations/route";
import * as member from "@/app/api/v1/members/[memberId]/route";
import * as members from "@/app/api/v1/members/route";
import * as password from "@/app/api/v1/session/password/route";
import * as profile from "@/app/api/v1/session/profile/route";
import * as session from "@/app/api/v1/session/route";
import * as endedSession from "@/app/api/v1/sessions/[sessionId]/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as setup from "@/app/api/v1/setup/route";
import * as token from "@/app/api/v1/tokens/[tokenId]/route";
import * as tokens from "@/app/api/v1/tokens/route";
import type { RouteModule } from "@/lib/http/openapi";

/** Every route of the interface by its path; a test compares them with the files. */
export const API_ROUTES: Readonly<Record<string, RouteModule>> = {
  "/invitations": invitations,
  "/invitations/accept": acceptInvitation,
  "/invitations/{invitationId}": invitation,
  "/members": members,
  "/members/{memberId}": member,
  "/session": session,
  "/session/password": password,
  "/session/profile": profile,
  "/sessions": sessions,
  "/sessions/{sessionId}": endedSession,
  "/setup": setup,
  "/tokens": tokens,
  "/tokens/{tokenId}": token,
};
