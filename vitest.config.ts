import { defineConfig } from "vitest/config";

const conditions = ["source", "node", "module-sync"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Databases, servers and browsers are real, and two cores are shared: waiting is by event, this only ends what hangs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/fixtures/postgres-server.ts"],
    setupFiles: ["test/fixtures/clean-up.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Nothing is mocked and no module keeps state, so files share what they import; loading it anew for each costs minutes.
          isolate: false,
          maxWorkers: "100%",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts", "test/**/*.kill.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "browser", include: ["test/**/*.browser.test.ts"], testTimeout: 90_000 },
      },
      {
        extends: true,
        test: { name: "kill", include: ["test/**/*.kill.test.ts"], testTimeout: 600_000, hookTimeout: 120_000 },
      },
    ],
  },
});
