-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "customerAt" BIGINT;

-- CreateTable
CREATE TABLE "CallTry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    CONSTRAINT "CallTry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CallTask" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "fromCustomer" TEXT NOT NULL,
    "toCustomer" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "PhoneOrder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "conversationId" TEXT,
    "phone" TEXT,
    "name" TEXT,
    "body" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "takenAt" BIGINT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CallTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'asked',
    "reason" TEXT NOT NULL,
    "phone" TEXT,
    "orderId" TEXT,
    "dueAt" BIGINT,
    "promisedAt" BIGINT,
    "times" INTEGER NOT NULL DEFAULT 1,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "takenBy" TEXT,
    "createdAt" BIGINT NOT NULL,
    "outcome" TEXT,
    "closedAt" BIGINT,
    CONSTRAINT "CallTask_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_CallTask" ("closedAt", "conversationId", "createdAt", "customerId", "dueAt", "id", "outcome", "phone", "reason") SELECT "closedAt", "conversationId", "createdAt", "customerId", "dueAt", "id", "outcome", "phone", "reason" FROM "CallTask";
DROP TABLE "CallTask";
ALTER TABLE "new_CallTask" RENAME TO "CallTask";
CREATE INDEX "CallTask_outcome_dueAt_idx" ON "CallTask"("outcome", "dueAt");
CREATE INDEX "CallTask_conversationId_outcome_idx" ON "CallTask"("conversationId", "outcome");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CallTry_taskId_at_idx" ON "CallTry"("taskId", "at");

-- CreateIndex
CREATE INDEX "CallTry_at_idx" ON "CallTry"("at");

-- CreateIndex
CREATE INDEX "ContactLink_contactId_at_idx" ON "ContactLink"("contactId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneOrder_code_key" ON "PhoneOrder"("code");

-- CreateIndex
CREATE INDEX "PhoneOrder_conversationId_idx" ON "PhoneOrder"("conversationId");
