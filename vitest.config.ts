import { defineConfig } from "vitest/config";

const conditions = ["source", "node", "module-sync"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ["test/fixtures/postgres-server.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts", "test/**/*.kill.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "browser", include: ["test/**/*.browser.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: "kill", include: ["test/**/*.kill.test.ts"], testTimeout: 600_000, hookTimeout: 120_000 },
      },
    ],
  },
});
