-- AlterTable
ALTER TABLE "CallTask" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'asked',
ADD COLUMN     "orderId" TEXT,
ADD COLUMN     "promisedAt" BIGINT,
ADD COLUMN     "takenBy" TEXT,
ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "customerAt" BIGINT;

-- CreateTable
CREATE TABLE "CallTry" (
    "id" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "CallTry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactLink" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "fromCustomer" TEXT NOT NULL,
    "toCustomer" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "ContactLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhoneOrder" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "conversationId" TEXT,
    "phone" TEXT,
    "name" TEXT,
    "body" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "takenAt" BIGINT,

    CONSTRAINT "PhoneOrder_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "CallTask_conversationId_outcome_idx" ON "CallTask"("conversationId", "outcome");

-- AddForeignKey
ALTER TABLE "CallTry" ADD CONSTRAINT "CallTry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CallTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
