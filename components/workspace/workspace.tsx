"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFrame } from "@/components/app-frame/frame-context";
import { TopBar } from "@/components/app-frame/top-bar";
import type { ClaimFilter } from "@/components/claims/claim-filter";
import { SplitPane } from "@/components/ui/split-pane";
import type { ArticleForReview } from "@/lib/articles/article-views";
import { can } from "@/lib/auth/policy";
import { ArticlePane } from "./article-pane";
import { makeTools } from "./browser-tools";
import { ClaimsPane } from "./claims-pane";
import { HelpSheet } from "./help-sheet";
import { LiveRegion } from "./live-region";
import { NetworkBanner } from "./network-banner";
import { SignInDialog } from "./sign-in-dialog";
import { createSignInRequest } from "./sign-in-request";
import { useCommands } from "./use-commands";
import { useNotices } from "./use-notices";
import { useWorkspaceLife } from "./use-workspace-life";
import { WorkspaceBar } from "./workspace-bar";
import { useWorkspace, WorkspaceContext } from "./workspace-context";

type Props = { article: ArticleForReview; claimId: string | null; filter: ClaimFilter };

/** The screen in which a checker spends the day: the text, its claims, and everything one does with them. */
export function Workspace({ article, claimId, filter }: Props) {
  const { userId, role } = useFrame();
  const [signIn] = useState(createSignInRequest);
  const [tools] = useState(() =>
    makeTools({
      article,
      claimId,
      filter,
      userId,
      rights: {
        canEdit: can({ role }, "claim.edit"),
        canNote: can({ role }, "note.write"),
        canEditArticle: can({ role }, "article.edit"),
        canDeleteArticle: can({ role }, "article.delete"),
        canReport: can({ role }, "report.create"),
        isReviewer: can({ role }, "claim.signOff"),
      },
      askToSignIn: signIn.ask,
    }),
  );
  return (
    <WorkspaceContext value={tools}>
      <Screen />
      <SignInDialog request={signIn} />
      <LiveRegion />
    </WorkspaceContext>
  );
}

function Screen() {
  const t = useTranslations("workspace");
  const title = useWorkspace((state) => state.header.title);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isCollapsed, setIsCollapsed] = useState(false);
  useWorkspaceLife();
  useNotices();
  useCommands({ onHelp: () => setIsHelpOpen(true) });
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto">
      <TopBar crumbs={[{ label: title }]}>
        <WorkspaceBar
          onHelp={() => setIsHelpOpen(true)}
          onShowClaims={isCollapsed ? () => setIsCollapsed(false) : undefined}
        />
      </TopBar>
      <NetworkBanner />
      <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 outline-none print:block">
        <SplitPane
          name="claims"
          label={t("paneWidth")}
          isCollapsed={isCollapsed}
          onCollapsedChange={setIsCollapsed}
          className="min-w-0 print:block"
          startClassName="[contain:layout_paint] print:overflow-visible print:[contain:none]"
          endClassName="overflow-y-hidden bg-surface [contain:layout_paint] max-[899px]:max-h-none print:w-full! print:overflow-visible print:[contain:none]"
          start={<ArticlePane />}
          end={<ClaimsPane />}
        />
      </main>
      <HelpSheet isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </div>
  );
}
