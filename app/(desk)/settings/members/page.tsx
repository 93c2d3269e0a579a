import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/members/invitation-list";
import { InviteButton } from "@/components/members/invite-button";
import { MemberList } from "@/components/members/member-list";
import { SettingsPage, SettingsSection } from "@/components/members/settings-page";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { getDesk } from "@/lib/desks/queries";
import { listInvitations, listMembers } from "@/lib/members/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.members");
  return { title: t("title") };
}

export default async function MembersPage() {
  const actor = await requireActor();
  const canManage = can(actor, "member.manage");
  const [members, invitations, desk, t] = await Promise.all([
    listMembers(actor),
    canManage ? listInvitations(actor) : [],
    getDesk(actor),
    getTranslations("members"),
  ]);
  return (
    <SettingsPage
      section="members"
      title={t("members.title")}
      lead={t("members.lead", { count: members.length, desk: desk.name })}
      actions={canManage ? <InviteButton /> : null}
    >
      <MemberList members={members} ownId={actor.userId ?? ""} canManage={canManage} />
      {invitations.length > 0 ? (
        <SettingsSection title={t("invite.open")}>
          <InvitationList invitations={invitations} />
        </SettingsSection>
      ) : null}
    </SettingsPage>
  );
}
