-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('OPEN', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW', 'RETURNED', 'SIGNED_OFF');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('CONFIRMED', 'MOSTLY_CORRECT', 'MISSING_CONTEXT', 'PARTLY_FALSE', 'MOSTLY_FALSE', 'FALSE', 'UNSUBSTANTIATED', 'DISPUTED', 'NOT_CHECKABLE');

-- CreateEnum
CREATE TYPE "AttributionVerdict" AS ENUM ('SAID', 'INACCURATE', 'NOT_SAID', 'NOT_VERIFIED');

-- CreateEnum
CREATE TYPE "ClaimOrigin" AS ENUM ('SPLITTER', 'HAND');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'REVIEWER', 'EDITOR', 'VIEWER');

-- CreateEnum
CREATE TYPE "NoteVisibility" AS ENUM ('INTERNAL', 'REPORT');

-- CreateEnum
CREATE TYPE "ReportProfile" AS ENUM ('INTERNAL', 'PUBLISHABLE');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('PAGE', 'DOCUMENT', 'PERSON', 'CALL', 'DATASET', 'AGENCY_REPORT');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'CONTRADICTS', 'CONTEXT');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT,
    "theme" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "deskId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "chainId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "deskId" UUID NOT NULL,
    "articleId" UUID,
    "claimId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "mutationId" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("chainId","seq")
);

-- CreateTable
CREATE TABLE "ActivityChain" (
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ActivityChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mutation" (
    "id" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "actorId" UUID,
    "requestHash" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mutation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "agency" TEXT,
    "byline" TEXT,
    "dateline" TEXT,
    "copyright" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "deadline" TIMESTAMPTZ(3),
    "assigneeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "nextClaimNumber" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextVersion" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "structure" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "ClaimOrigin" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "wording" TEXT NOT NULL,
    "translationLanguage" TEXT,
    "translationWording" TEXT,
    "sentence" INTEGER,
    "speaker" TEXT,
    "speakerRole" TEXT,
    "mode" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "checkWorthiness" DOUBLE PRECISION,
    "reasons" TEXT[],
    "state" "ClaimState" NOT NULL DEFAULT 'OPEN',
    "verdict" "Verdict",
    "verdictScale" INTEGER,
    "verdictById" UUID,
    "verdictAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "attributionVerdict" "AttributionVerdict",
    "assigneeId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Span" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "textVersionId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,
    "sentence" INTEGER,
    "startOffset" INTEGER NOT NULL,
    "endOffset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "Span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Desk" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "deskId" UUID NOT NULL,
    "parentId" UUID,
    "body" TEXT NOT NULL,
    "visibility" "NoteVisibility" NOT NULL DEFAULT 'INTERNAL',
    "authorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "textVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "profile" "ReportProfile" NOT NULL,
    "language" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginGroup" (
    "id" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "OriginGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "publisher" TEXT,
    "author" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "isConfidential" BOOLEAN NOT NULL DEFAULT false,
    "originGroupId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "locator" TEXT,
    "excerpt" TEXT,
    "accessedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_deskId_idx" ON "Invitation"("deskId");

-- CreateIndex
CREATE UNIQUE INDEX "SetupLink_tokenHash_key" ON "SetupLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInAttempt_key_at_idx" ON "SignInAttempt"("key", "at");

-- CreateIndex
CREATE INDEX "Activity_claimId_idx" ON "Activity"("claimId");

-- CreateIndex
CREATE INDEX "Activity_deskId_at_idx" ON "Activity"("deskId", "at");

-- CreateIndex
CREATE INDEX "Mutation_createdAt_idx" ON "Mutation"("createdAt");

-- CreateIndex
CREATE INDEX "Article_deskId_createdAt_idx" ON "Article"("deskId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Article_id_deskId_key" ON "Article"("id", "deskId");

-- CreateIndex
CREATE UNIQUE INDEX "TextVersion_articleId_number_key" ON "TextVersion"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TextVersion_id_deskId_key" ON "TextVersion"("id", "deskId");

-- CreateIndex
CREATE INDEX "Claim_deskId_assigneeId_idx" ON "Claim"("deskId", "assigneeId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_deskId_key" ON "Claim"("id", "deskId");

-- CreateIndex
CREATE INDEX "Span_textVersionId_idx" ON "Span"("textVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Span_claimId_textVersionId_occurrence_position_key" ON "Span"("claimId", "textVersionId", "occurrence", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Desk_name_key" ON "Desk"("name");

-- CreateIndex
CREATE INDEX "Membership_deskId_idx" ON "Membership"("deskId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_deskId_key" ON "Membership"("userId", "deskId");

-- CreateIndex
CREATE INDEX "Note_articleId_idx" ON "Note"("articleId");

-- CreateIndex
CREATE INDEX "Note_claimId_idx" ON "Note"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_articleId_number_key" ON "Report"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "OriginGroup_id_deskId_key" ON "OriginGroup"("id", "deskId");

-- CreateIndex
CREATE UNIQUE INDEX "OriginGroup_deskId_name_key" ON "OriginGroup"("deskId", "name");

-- CreateIndex
CREATE INDEX "Source_deskId_canonicalUrl_idx" ON "Source"("deskId", "canonicalUrl");

-- CreateIndex
CREATE INDEX "Source_deskId_createdAt_idx" ON "Source"("deskId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Source_id_deskId_key" ON "Source"("id", "deskId");

-- CreateIndex
CREATE INDEX "Citation_claimId_idx" ON "Citation"("claimId");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextVersion" ADD CONSTRAINT "TextVersion_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_claimId_deskId_fkey" FOREIGN KEY ("claimId", "deskId") REFERENCES "Claim"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_textVersionId_deskId_fkey" FOREIGN KEY ("textVersionId", "deskId") REFERENCES "TextVersion"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_claimId_deskId_fkey" FOREIGN KEY ("claimId", "deskId") REFERENCES "Claim"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Note"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_textVersionId_deskId_fkey" FOREIGN KEY ("textVersionId", "deskId") REFERENCES "TextVersion"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginGroup" ADD CONSTRAINT "OriginGroup_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_originGroupId_deskId_fkey" FOREIGN KEY ("originGroupId", "deskId") REFERENCES "OriginGroup"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_claimId_deskId_fkey" FOREIGN KEY ("claimId", "deskId") REFERENCES "Claim"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_deskId_fkey" FOREIGN KEY ("sourceId", "deskId") REFERENCES "Source"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;
