-- CreateTable
CREATE TABLE "Misread" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "catalogueVersion" INTEGER NOT NULL,
    "context" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "understood" TEXT NOT NULL,
    "correction" TEXT,
    "saidAt" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "who" TEXT NOT NULL,
    CONSTRAINT "Misread_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "InboxEvent" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Misread_eventId_key" ON "Misread"("eventId");

-- CreateIndex
CREATE INDEX "Misread_at_idx" ON "Misread"("at");
