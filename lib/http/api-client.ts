import type { ActivityView } from "@/lib/activity/activity-view";
import type { ArticleForReview, ArticleHeader, ImportPreview } from "@/lib/articles/article-views";
import type { ImportArticleInput, PreviewImportInput, UpdateArticleInput } from "@/lib/articles/schemas";
import type {
  AssistSettingView,
  AssistTestResult,
  DecidedSuggestion,
  SuggestionRunView,
  SuggestionView,
} from "@/lib/assist/assist-views";
import type { StartSuggestionRunInput, UpdateAssistSettingInput } from "@/lib/assist/schemas";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { AddClaimInput, UpdateClaimInput } from "@/lib/claims/schemas";
import type { ErrorCode, ErrorDetails, Issue } from "@/lib/errors";
import type { ApiTokenView, InvitationView, Profile } from "@/lib/members/member-views";
import type {
  AcceptInvitationInput,
  AddInvitationInput,
  ChangePasswordInput,
  CompleteSetupInput,
  CreateApiTokenInput,
  UpdateMemberInput,
  UpdateProfileInput,
} from "@/lib/members/schemas";
import type { NoteView } from "@/lib/notes/note-view";
import type { AddNoteInput, UpdateNoteInput } from "@/lib/notes/schemas";
import type { FreezeReportInput } from "@/lib/reports/schemas";
import type {
  GranularityResult,
  ProposedPart,
  RestructuringResult,
} from "@/lib/restructurings/restructuring-views";
import type { MergeClaimsInput, SetGranularityInput, SplitClaimInput } from "@/lib/restructurings/schemas";
import type { AttachSourceInput, UpdateCitationInput, UpdateSourceInput } from "@/lib/sources/schemas";
import type { CitationView, SourceView } from "@/lib/sources/source-view";
import { OTHER_USER_RULE, SHOWN_USER_HEADER } from "./shown-user";

/** What the server holds now, next to what was sent. */
export type Conflict = { current: NonNullable<ErrorDetails["current"]>; yours: Record<string, unknown> };

/** A planned refusal of the server. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ErrorCode,
    readonly status: number,
    readonly issues: readonly Issue[] = [],
    /** CONFLICT only. */
    readonly conflict: Conflict | null = null,
  ) {
    super(code);
  }
}

export type SignInReason = "ended" | "otherUser";

/** What the client needs of the page it lives in. */
export type ApiClientHost = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Whom the page shows as signed in; null where it shows nobody. Only a session of that person is used. */
  userId: string | null;
  /** Asks to sign in again in place, because the session has ended or is another's; false when the person gave up. */
  signIn: (why: SignInReason) => Promise<boolean>;
  /** Told when a request finds the server unreachable, and when one reaches it again. */
  onReachable: (isReachable: boolean) => void;
  /** Resolves after the delay, or sooner when there is reason to believe that the network is back. */
  wait: (delayMs: number) => Promise<void>;
  newMutationId: () => string;
};

/** A write gets its mutationId here, unless a form brings its own, to try again under the same one. */
type Unsent<Input> = Omit<Input, "mutationId"> & { mutationId?: string };
type Page<Item> = { items: Item[]; nextCursor: string | null };

export type ApiClient = ReturnType<typeof createApiClient>;

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;

/**
 * The typed client of /api/v1. A write makes its mutationId once and keeps it through every retry, so an unknown
 * outcome never doubles it. While the server is unreachable a request waits and tries again as long as the page lives;
 * an ended session asks to sign in and then sends.
 * Every method rejects with an ApiError where the server refuses.
 */
export function createApiClient(host: ApiClientHost) {
  let signingIn: Promise<boolean> | null = null;

  function signInOnce(why: SignInReason): Promise<boolean> {
    signingIn ??= host.signIn(why).finally(() => {
      signingIn = null;
    });
    return signingIn;
  }

  async function send<Result>(method: string, path: string, body?: object): Promise<Result> {
    const init: RequestInit = {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(body && { "content-type": "application/json" }),
        ...(host.userId !== null && { [SHOWN_USER_HEADER]: host.userId }),
      },
      body: body ? JSON.stringify(body) : undefined,
    };
    for (let attempt = 0; ; attempt++) {
      const response = await host.fetch(`/api/v1${path}`, init).catch(() => null);
      const answer = response === null || isAway(response) ? null : await readAnswer(response);
      if (response === null || answer === null) {
        host.onReachable(false);
        await host.wait(delayBefore(attempt));
        continue;
      }
      host.onReachable(true);
      if (response.ok) return answer.body as Result;
      const error = problemOf(response, answer.body);
      if (error.code === "UNAUTHENTICATED" && (await signInOnce(reasonOf(error)))) continue;
      if (error.code === "RATE_LIMITED") {
        await host.wait(retryAfterMs(response) ?? delayBefore(attempt));
        continue;
      }
      throw error;
    }
  }

  /** One body, made once: the same mutationId goes out with every retry. */
  function write<Result>(method: string, path: string, input: object = {}): Promise<Result> {
    return send<Result>(method, path, { mutationId: host.newMutationId(), ...input });
  }

  return {
    previewImport: (input: PreviewImportInput) => send<ImportPreview>("POST", "/articles/preview", input),
    importArticle: (input: Unsent<ImportArticleInput>) =>
      write<{ id: string; textVersion: number; claims: string[] }>("POST", "/articles", input),
    deleteArticle: (articleId: string) => write<null>("DELETE", `/articles/${articleId}`),
    restoreArticle: (articleId: string) => write<null>("POST", `/articles/${articleId}/restore`),
    getArticle: (articleId: string) => send<ArticleForReview>("GET", `/articles/${articleId}`),
    updateArticle: (articleId: string, input: Unsent<UpdateArticleInput>) =>
      write<ArticleHeader>("PATCH", `/articles/${articleId}`, input),

    addClaim: (articleId: string, input: Unsent<AddClaimInput>) =>
      write<ClaimView>("POST", `/articles/${articleId}/claims`, input),
    updateClaim: (claimId: string, input: Unsent<UpdateClaimInput>) =>
      write<ClaimView>("PATCH", `/claims/${claimId}`, input),
    deleteClaim: (claimId: string) => write<ClaimView>("DELETE", `/claims/${claimId}`),
    restoreClaim: (claimId: string) => write<ClaimView>("POST", `/claims/${claimId}/restore`),
    /** A deleted one too; it says so, and what stands in its place. */
    getClaim: (claimId: string) => send<ClaimView>("GET", `/claims/${claimId}`),

    listParts: async (claimId: string) =>
      (await send<{ parts: ProposedPart[] }>("GET", `/claims/${claimId}/parts`)).parts,
    splitClaim: (claimId: string, input: Unsent<SplitClaimInput>) =>
      write<RestructuringResult>("POST", `/claims/${claimId}/split`, input),
    mergeClaims: (articleId: string, input: Unsent<MergeClaimsInput>) =>
      write<RestructuringResult>("POST", `/articles/${articleId}/merge`, input),
    setGranularity: (articleId: string, input: Unsent<SetGranularityInput>) =>
      write<GranularityResult>("PUT", `/articles/${articleId}/granularity`, input),
    undoRestructuring: (restructuringId: string) =>
      write<RestructuringResult>("POST", `/restructurings/${restructuringId}/undo`),

    listSources: (query: string) =>
      send<Page<SourceView>>("GET", `/sources?${new URLSearchParams({ query })}`),
    updateSource: (sourceId: string, input: Unsent<UpdateSourceInput>) =>
      write<SourceView>("PATCH", `/sources/${sourceId}`, input),
    attachSource: (claimId: string, input: Unsent<AttachSourceInput>) =>
      write<CitationView>("POST", `/claims/${claimId}/citations`, input),
    updateCitation: (citationId: string, input: Unsent<UpdateCitationInput>) =>
      write<CitationView>("PATCH", `/citations/${citationId}`, input),
    detachCitation: (citationId: string) => write<null>("DELETE", `/citations/${citationId}`),
    restoreCitation: (citationId: string) => write<CitationView>("POST", `/citations/${citationId}/restore`),

    addClaimNote: (claimId: string, input: Unsent<AddNoteInput>) =>
      write<NoteView>("POST", `/claims/${claimId}/notes`, input),
    addArticleNote: (articleId: string, input: Unsent<AddNoteInput>) =>
      write<NoteView>("POST", `/articles/${articleId}/notes`, input),
    updateNote: (noteId: string, input: Unsent<UpdateNoteInput>) =>
      write<NoteView>("PATCH", `/notes/${noteId}`, input),

    freezeReport: (articleId: string, input: Unsent<FreezeReportInput>) =>
      write<{ id: string; number: number; sha256: string }>("POST", `/articles/${articleId}/reports`, input),

    updateAssistSetting: (input: Unsent<UpdateAssistSettingInput>) =>
      write<AssistSettingView>("PATCH", "/assist-setting", input),
    testAssistSetting: () => send<AssistTestResult>("POST", "/assist-setting/test", {}),
    listSuggestionRuns: (articleId: string) =>
      send<Page<SuggestionRunView>>("GET", `/articles/${articleId}/suggestion-runs`),
    startSuggestionRun: (articleId: string, input: Unsent<StartSuggestionRunInput> = {}) =>
      write<SuggestionRunView>("POST", `/articles/${articleId}/suggestion-runs`, input),
    cancelSuggestionRun: (runId: string) =>
      write<SuggestionRunView>("POST", `/suggestion-runs/${runId}/cancel`),
    listSuggestions: (articleId: string) =>
      send<Page<SuggestionView>>("GET", `/articles/${articleId}/suggestions`),
    acceptSuggestion: (suggestionId: string) =>
      write<DecidedSuggestion>("POST", `/suggestions/${suggestionId}/accept`),
    dismissSuggestion: (suggestionId: string) =>
      write<DecidedSuggestion>("POST", `/suggestions/${suggestionId}/dismiss`),
    reopenSuggestion: (suggestionId: string) =>
      write<DecidedSuggestion>("POST", `/suggestions/${suggestionId}/reopen`),

    updateProfile: (input: Unsent<UpdateProfileInput>) => write<Profile>("PATCH", "/session/profile", input),

    /** The whole record of one claim, oldest first. */
    async listClaimActivity(articleId: string, claimId: string): Promise<ActivityView[]> {
      const entries: ActivityView[] = [];
      let cursor: string | null = null;
      do {
        const query = new URLSearchParams({ claimId, ...(cursor !== null && { cursor }) });
        const page: Page<ActivityView> = await send("GET", `/articles/${articleId}/activity?${query}`);
        entries.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return entries;
    },
    whoAmI: () => send<Profile>("GET", "/session"),

    completeSetup: (input: CompleteSetupInput) => send<{ userId: string }>("POST", "/setup", input),
    acceptInvitation: (input: AcceptInvitationInput) =>
      send<{ email: string }>("POST", "/invitations/accept", input),
    addInvitation: (input: Unsent<AddInvitationInput>) =>
      write<InvitationView & { link: string }>("POST", "/invitations", input),
    revokeInvitation: (invitationId: string) => write<null>("DELETE", `/invitations/${invitationId}`),
    updateMember: (memberId: string, input: Unsent<UpdateMemberInput>) =>
      write<null>("PATCH", `/members/${memberId}`, input),
    changePassword: (input: Unsent<ChangePasswordInput>) => write<null>("POST", "/session/password", input),
    endSession: (sessionId: string) => write<null>("DELETE", `/sessions/${sessionId}`),
    endOtherSessions: () => write<null>("DELETE", "/sessions"),
    createApiToken: (input: Unsent<CreateApiTokenInput>) =>
      write<ApiTokenView & { token: string }>("POST", "/tokens", input),
    revokeApiToken: (tokenId: string) => write<null>("DELETE", `/tokens/${tokenId}`),
  };
}

function reasonOf({ issues }: ApiError): SignInReason {
  return issues.some(({ rule }) => rule === OTHER_USER_RULE) ? "otherUser" : "ended";
}

function delayBefore(attempt: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
}

/** The server is starting, stopping or hidden behind a proxy that cannot reach it: nobody has decided anything yet. */
function isAway(response: Response): boolean {
  return [502, 503, 504].includes(response.status) && !isProblem(response);
}

function isProblem(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after"));
  return seconds > 0 ? seconds * 1000 : null;
}

type ProblemBody = {
  code: ErrorCode;
  issues?: readonly Issue[];
  current?: Conflict["current"];
  yours?: { fields: Record<string, unknown> };
};

/** Null when the connection broke in the middle of the answer: its outcome is as unknown as without any. */
async function readAnswer(response: Response): Promise<{ body: unknown } | null> {
  const text = await response.text().catch(() => null);
  if (text === null) return null;
  try {
    return { body: text === "" ? null : JSON.parse(text) };
  } catch {
    return response.ok ? null : { body: null };
  }
}

function problemOf(response: Response, body: unknown): ApiError {
  if (!isProblem(response) || body === null) return new ApiError("UNEXPECTED", response.status);
  const problem = body as ProblemBody;
  const conflict = problem.current ? { current: problem.current, yours: problem.yours?.fields ?? {} } : null;
  return new ApiError(problem.code, response.status, problem.issues, conflict);
}

/** A version 4 UUID; `crypto.randomUUID` is missing on pages served over plain http in the house. */
export function newMutationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
