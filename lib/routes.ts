function listSearch({ query, cursor }: { query: string; cursor: string }): URLSearchParams {
  return new URLSearchParams({ ...(query !== "" && { q: query }), cursor });
}

/** Every address of the interface, in one place. */
export const routes = {
  signIn: (next?: string | null) => (next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in"),
  setup: () => "/setup",
  invitation: (token: string) => `/invitations/${token}`,
  articles: () => "/articles",
  articlesFrom: (place: { query: string; cursor: string }) => `/articles?${listSearch(place)}`,
  newArticle: () => "/articles/new",
  article: (articleId: string) => `/articles/${articleId}`,
  claim: (articleId: string, claimId: string) => `/articles/${articleId}?claim=${claimId}`,
  articleActivity: (articleId: string) => `/articles/${articleId}/activity`,
  articleActivityFrom: (articleId: string, place: { person: string; noun: string; cursor: string }) =>
    `/articles/${articleId}/activity?${new URLSearchParams(place)}`,
  articleReports: (articleId: string) => `/articles/${articleId}/reports`,
  articleReportsFrom: (articleId: string, cursor: string) =>
    `/articles/${articleId}/reports?${new URLSearchParams({ cursor })}`,
  reportFile: (articleId: string, wish: Record<string, string>) =>
    `/api/v1/articles/${articleId}/report?${new URLSearchParams(wish)}`,
  sources: () => "/sources",
  sourcesFrom: (place: { query: string; cursor: string }) => `/sources?${listSearch(place)}`,
  profile: () => "/settings/profile",
  members: () => "/settings/members",
  tokens: () => "/settings/tokens",
  assist: () => "/settings/assist",
} as const;
