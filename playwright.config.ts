import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/files",
  workers: 2,
  fullyParallel: true,
  // Generous, for machines that do something else beside: a journey waits for what it needs, never for a while.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  globalSetup: "./e2e/start-app.ts",
  use: {
    // Set by globalSetup, before the workers read this file again.
    baseURL: process.env.BELEG_URL ?? "",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findBrowser() ?? "",
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
});
