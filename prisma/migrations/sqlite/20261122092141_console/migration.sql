-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "closedAt" BIGINT;

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN "erasedAt" BIGINT;
ALTER TABLE "Customer" ADD COLUMN "note" TEXT;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "courierId" TEXT;

-- AlterTable
ALTER TABLE "Product" ADD COLUMN "pausedUntil" BIGINT;
ALTER TABLE "Product" ADD COLUMN "photoId" TEXT;

-- AlterTable
ALTER TABLE "StaffSession" ADD COLUMN "lastSeenAt" BIGINT;

-- CreateTable
CREATE TABLE "Photo" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mime" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "StaffNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" BIGINT NOT NULL,
    "who" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "keys" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "OwnSecret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "optOut" BOOLEAN NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffNote_conversationId_sequence_key" ON "StaffNote"("conversationId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_staffId_idx" ON "PushSubscription"("staffId");

-- CreateIndex
CREATE INDEX "Erasure_hash_idx" ON "Erasure"("hash");
