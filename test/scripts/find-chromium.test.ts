import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'aisle-browser-'));
  vi.stubEnv('PATH', path.join(folder, 'bin'));
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', path.join(folder, 'playwright'));
  vi.stubEnv('AISLE_CHROMIUM', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(place: string, mode = 0o755) {
  const file = path.join(folder, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('nothing installed: nothing found', () => {
    expect(findChromium()).toBeUndefined();
  });

  test('Chromium is taken before Chrome, and both before what Playwright brought, newest first', () => {
    program('playwright/chromium-999/chrome-linux/chrome');
    const newest = program('playwright/chromium-1200/chrome-linux/chrome');
    expect(findChromium()).toBe(newest);
    const chrome = program('bin/google-chrome');
    expect(findChromium()).toBe(chrome);
    const chromium = program('bin/chromium');
    expect(findChromium()).toBe(chromium);
  });

  test('AISLE_CHROMIUM goes before all', () => {
    program('bin/chromium');
    const own = program('own/browser');
    vi.stubEnv('AISLE_CHROMIUM', own);
    expect(findChromium()).toBe(own);
  });

  test('a file that cannot be run is passed over', () => {
    program('bin/chromium', 0o644);
    // As root every file can be read, but none without an executable bit can be run.
    expect(findChromium()).toBeUndefined();
  });
});
