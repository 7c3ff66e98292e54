-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "deskAt" BIGINT,
ADD COLUMN     "deskStep" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "heldUntil" BIGINT;

-- AlterTable
ALTER TABLE "OrderEvent" ADD COLUMN     "status" TEXT;

-- AlterTable
ALTER TABLE "OutboxRow" ADD COLUMN     "about" TEXT;

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "contactId" TEXT,
ADD COLUMN     "duty" TEXT;

-- CreateTable
CREATE TABLE "StaffLink" (
    "id" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,

    CONSTRAINT "StaffLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskTopic" (
    "contactId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "DeskTopic_pkey" PRIMARY KEY ("contactId","conversationId")
);

-- CreateTable
CREATE TABLE "ChannelMemory" (
    "accountId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "ChannelMemory_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "DeskTopic_contactId_threadId_key" ON "DeskTopic"("contactId", "threadId");

-- CreateIndex
CREATE INDEX "CallTask_customerId_outcome_idx" ON "CallTask"("customerId", "outcome");

-- CreateIndex
CREATE INDEX "CallTask_orderId_idx" ON "CallTask"("orderId");

-- CreateIndex
CREATE INDEX "Conversation_deskAt_idx" ON "Conversation"("deskAt");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_contactId_key" ON "Staff"("contactId");

-- Steps that stand in the history already
UPDATE "OrderEvent" SET "status" = "data"::json ->> 'to' WHERE "what" = 'stepped';
