import * as articleActivity from "@/app/api/v1/articles/[articleId]/activity/route";
import * as articleClaims from "@/app/api/v1/articles/[articleId]/claims/route";
import * as articleEvents from "@/app/api/v1/articles/[articleId]/events/route";
import * as articleGranularity from "@/app/api/v1/articles/[articleId]/granularity/route";
import * as articleMerge from "@/app/api/v1/articles/[articleId]/merge/route";
import * as articleNotes from "@/app/api/v1/articles/[articleId]/notes/route";
import * as articleReport from "@/app/api/v1/articles/[articleId]/report/route";
import * as articleReports from "@/app/api/v1/articles/[articleId]/reports/route";
import * as restoredArticle from "@/app/api/v1/articles/[articleId]/restore/route";
import * as article from "@/app/api/v1/articles/[articleId]/route";
import * as articleSuggestionRuns from "@/app/api/v1/articles/[articleId]/suggestion-runs/route";
import * as articleSuggestions from "@/app/api/v1/articles/[articleId]/suggestions/route";
import * as articlePreview from "@/app/api/v1/articles/preview/route";
import * as articles from "@/app/api/v1/articles/route";
import * as assistSetting from "@/app/api/v1/assist-setting/route";
import * as assistSettingTest from "@/app/api/v1/assist-setting/test/route";
import * as restoredCitation from "@/app/api/v1/citations/[citationId]/restore/route";
import * as citation from "@/app/api/v1/citations/[citationId]/route";
import * as claimCitations from "@/app/api/v1/claims/[claimId]/citations/route";
import * as claimNotes from "@/app/api/v1/claims/[claimId]/notes/route";
import * as claimParts from "@/app/api/v1/claims/[claimId]/parts/route";
import * as restoredClaim from "@/app/api/v1/claims/[claimId]/restore/route";
import * as claim from "@/app/api/v1/claims/[claimId]/route";
import * as claimSplit from "@/app/api/v1/claims/[claimId]/split/route";
import * as invitation from "@/app/api/v1/invitations/[invitationId]/route";
import * as acceptInvitation from "@/app/api/v1/invitations/accept/route";
import * as invitations from "@/app/api/v1/invitations/route";
import * as member from "@/app/api/v1/members/[memberId]/route";
import * as members from "@/app/api/v1/members/route";
import * as note from "@/app/api/v1/notes/[noteId]/route";
import * as undoneRestructuring from "@/app/api/v1/restructurings/[restructuringId]/undo/route";
import * as password from "@/app/api/v1/session/password/route";
import * as profile from "@/app/api/v1/session/profile/route";
import * as session from "@/app/api/v1/session/route";
import * as endedSession from "@/app/api/v1/sessions/[sessionId]/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as setup from "@/app/api/v1/setup/route";
import * as source from "@/app/api/v1/sources/[sourceId]/route";
import * as sources from "@/app/api/v1/sources/route";
import * as cancelledSuggestionRun from "@/app/api/v1/suggestion-runs/[runId]/cancel/route";
import * as acceptedSuggestion from "@/app/api/v1/suggestions/[suggestionId]/accept/route";
import * as dismissedSuggestion from "@/app/api/v1/suggestions/[suggestionId]/dismiss/route";
import * as reopenedSuggestion from "@/app/api/v1/suggestions/[suggestionId]/reopen/route";
import * as token from "@/app/api/v1/tokens/[tokenId]/route";
import * as tokens from "@/app/api/v1/tokens/route";
import type { RouteModule } from "@/lib/http/openapi";

/** Every route of the interface by its path; a test compares them with the files. */
export const API_ROUTES: Readonly<Record<string, RouteModule>> = {
  "/articles/{articleId}": article,
  "/articles/{articleId}/activity": articleActivity,
  "/articles/{articleId}/claims": articleClaims,
  "/articles/{articleId}/events": articleEvents,
  "/articles/{articleId}/granularity": articleGranularity,
  "/articles/{articleId}/merge": articleMerge,
  "/articles/{articleId}/notes": articleNotes,
  "/articles/{articleId}/report": articleReport,
  "/articles/{articleId}/reports": articleReports,
  "/articles/{articleId}/restore": restoredArticle,
  "/articles/{articleId}/suggestion-runs": articleSuggestionRuns,
  "/articles/{articleId}/suggestions": articleSuggestions,
  "/articles/preview": articlePreview,
  "/articles": articles,
  "/assist-setting": assistSetting,
  "/assist-setting/test": assistSettingTest,
  "/citations/{citationId}": citation,
  "/citations/{citationId}/restore": restoredCitation,
  "/claims/{claimId}": claim,
  "/claims/{claimId}/citations": claimCitations,
  "/claims/{claimId}/notes": claimNotes,
  "/claims/{claimId}/parts": claimParts,
  "/claims/{claimId}/restore": restoredClaim,
  "/claims/{claimId}/split": claimSplit,
  "/notes/{noteId}": note,
  "/restructurings/{restructuringId}/undo": undoneRestructuring,
  "/sources/{sourceId}": source,
  "/sources": sources,
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
  "/suggestion-runs/{runId}/cancel": cancelledSuggestionRun,
  "/suggestions/{suggestionId}/accept": acceptedSuggestion,
  "/suggestions/{suggestionId}/dismiss": dismissedSuggestion,
  "/suggestions/{suggestionId}/reopen": reopenedSuggestion,
  "/tokens": tokens,
  "/tokens/{tokenId}": token,
};
