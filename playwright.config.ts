import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';
import { EXPECT_MS } from './test/e2e/support/expect-ms.ts';
import { chooseElectron } from './test/electron-standin/choose-electron.ts';

// The same tests run on the real Electron where it can run, else on the stand-in; the run says which.
chooseElectron(import.meta.dirname);

const isRoot = process.getuid?.() === 0;
const chromium = findChromium();

export default defineConfig({
  testDir: 'test',
  globalSetup: ['./test/electron-standin/say-which.ts', './test/support/share-quiet-training.ts'],
  outputDir: 'test-results/e2e',
  // Four times what the longest took on two busy cores (67 s). A single wait was never longer than 5 s there.
  timeout: 240_000,
  expect: { timeout: EXPECT_MS },
  // Two, also on two cores: much of a test is waiting. Each file has a hub, a store, a port and a browser of its own.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // A trace of every test costs a quarter of all the time. `npx playwright test --trace on` makes one where a failure asks for it.
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'electron', testMatch: '**/*.electron.e2e.ts' },
    {
      name: 'hub',
      testMatch: '**/*.hub.e2e.ts',
      use: {
        browserName: 'chromium',
        headless: true,
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          ...(chromium ? { executablePath: chromium } : {}),
          args: [
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            ...(isRoot ? ['--no-sandbox'] : []),
          ],
        },
      },
    },
  ],
});
