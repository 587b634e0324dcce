import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { openConsole } from '../e2e/support/sign-in.ts';

export interface BenchBrowser {
  readonly browser: Browser;
  readonly page: Page;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

/** Chromium as the end-to-end tests start it, at the size of the smallest counter screen, drawn without a graphics card. */
export async function openBrowser(): Promise<BenchBrowser> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  return { browser, page, cdp: await context.newCDPSession(page), close: () => browser.close() };
}

/** Somebody signs in at desk T1-04 and stands before the board. */
export async function signInToBoard({ page }: BenchBrowser, address: string): Promise<void> {
  await openConsole(page, address, 'ruiz', 'T1-04');
  await page.locator('.board-list .lr').first().waitFor();
}

/** The whole day of all airports, from the search line, by keys alone. */
export async function askAllAirports(page: Page): Promise<void> {
  await page.getByLabel('From', { exact: true }).fill('');
  await page.getByLabel('Date, local').fill('+1');
  await page.keyboard.press('Enter');
}

export async function openFlight(page: Page, flight: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(flight);
  await page.keyboard.press('Enter');
  // A wide body's seats come over several frames.
  await page.locator('[role="grid"][aria-label="Seats"][aria-busy="false"]').waitFor({ state: 'attached' });
}
