import { defineConfig } from "prisma/config";

// The CLI would download its schema engine only to validate; generate and validate work without it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: process.env.PRISMA_SCHEMA ?? "prisma/schema.prisma" });
