-- AlterTable
ALTER TABLE "OrderEvent" ADD COLUMN "status" TEXT;

-- AlterTable
ALTER TABLE "OutboxRow" ADD COLUMN "about" TEXT;

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN "contactId" TEXT;
ALTER TABLE "Staff" ADD COLUMN "duty" TEXT;

-- CreateTable
CREATE TABLE "StaffLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT
);

-- CreateTable
CREATE TABLE "DeskTopic" (
    "contactId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("contactId", "conversationId")
);

-- CreateTable
CREATE TABLE "ChannelMemory" (
    "accountId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("accountId", "key")
);

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "heldUntil" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "deskAt" BIGINT;
ALTER TABLE "Conversation" ADD COLUMN "deskStep" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Conversation_deskAt_idx" ON "Conversation"("deskAt");

-- CreateIndex
CREATE UNIQUE INDEX "DeskTopic_contactId_threadId_key" ON "DeskTopic"("contactId", "threadId");

-- CreateIndex
CREATE INDEX "CallTask_customerId_outcome_idx" ON "CallTask"("customerId", "outcome");

-- CreateIndex
CREATE INDEX "CallTask_orderId_idx" ON "CallTask"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_contactId_key" ON "Staff"("contactId");

-- Steps that stand in the history already
UPDATE "OrderEvent" SET "status" = json_extract("data", '$.to') WHERE "what" = 'stepped';
