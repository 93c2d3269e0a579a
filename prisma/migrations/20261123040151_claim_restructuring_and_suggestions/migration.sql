-- CreateEnum
CREATE TYPE "Granularity" AS ENUM ('STATEMENT', 'SENTENCE');

-- CreateEnum
CREATE TYPE "SuggestionRunState" AS ENUM ('RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('PROPOSED', 'ACCEPTED', 'DISMISSED');

-- CreateEnum
CREATE TYPE "SetAside" AS ENUM ('NOTHING_TO_CHECK', 'OPINION');

-- CreateEnum
CREATE TYPE "RestructuringKind" AS ENUM ('SPLIT', 'MERGE', 'RESPLIT');

-- AlterEnum
ALTER TYPE "ClaimOrigin" ADD VALUE 'MODEL';

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "granularity" "Granularity" NOT NULL DEFAULT 'STATEMENT';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "madeById" UUID,
ADD COLUMN     "replacedById" UUID,
ADD COLUMN     "setAside" "SetAside";

-- CreateTable
CREATE TABLE "AssistSetting" (
    "deskId" UUID NOT NULL,
    "isEnabled" BOOLEAN NOT NULL DEFAULT false,
    "baseUrl" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "apiKey" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',
    "enabledById" UUID,
    "enabledAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssistSetting_pkey" PRIMARY KEY ("deskId")
);

-- CreateTable
CREATE TABLE "SuggestionRun" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "textVersionId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "state" "SuggestionRunState" NOT NULL DEFAULT 'RUNNING',
    "model" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "sentenceCount" INTEGER NOT NULL,
    "answeredCount" INTEGER NOT NULL DEFAULT 0,
    "proposedCount" INTEGER NOT NULL DEFAULT 0,
    "rejections" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SuggestionRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "sentence" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "speaker" TEXT,
    "state" "SuggestionState" NOT NULL DEFAULT 'PROPOSED',
    "claimId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Restructuring" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "deskId" UUID NOT NULL,
    "kind" "RestructuringKind" NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Restructuring_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SuggestionRun_articleId_idx" ON "SuggestionRun"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "SuggestionRun_id_deskId_key" ON "SuggestionRun"("id", "deskId");

-- CreateIndex
CREATE INDEX "Suggestion_runId_idx" ON "Suggestion"("runId");

-- CreateIndex
CREATE INDEX "Suggestion_claimId_idx" ON "Suggestion"("claimId");

-- CreateIndex
CREATE INDEX "Restructuring_articleId_idx" ON "Restructuring"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Restructuring_id_deskId_key" ON "Restructuring"("id", "deskId");

-- CreateIndex
CREATE INDEX "Claim_madeById_idx" ON "Claim"("madeById");

-- CreateIndex
CREATE INDEX "Claim_replacedById_idx" ON "Claim"("replacedById");

-- AddForeignKey
ALTER TABLE "AssistSetting" ADD CONSTRAINT "AssistSetting_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_textVersionId_deskId_fkey" FOREIGN KEY ("textVersionId", "deskId") REFERENCES "TextVersion"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_runId_deskId_fkey" FOREIGN KEY ("runId", "deskId") REFERENCES "SuggestionRun"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_claimId_deskId_fkey" FOREIGN KEY ("claimId", "deskId") REFERENCES "Claim"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restructuring" ADD CONSTRAINT "Restructuring_articleId_deskId_fkey" FOREIGN KEY ("articleId", "deskId") REFERENCES "Article"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_madeById_deskId_fkey" FOREIGN KEY ("madeById", "deskId") REFERENCES "Restructuring"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_replacedById_deskId_fkey" FOREIGN KEY ("replacedById", "deskId") REFERENCES "Restructuring"("id", "deskId") ON DELETE RESTRICT ON UPDATE CASCADE;
