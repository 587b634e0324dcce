// Draws build/icon.png from build/icon.svg: `node scripts/make-icon.mjs`. electron-builder makes each system's own formats from it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

const SIZE = 1024;
const folder = path.resolve(import.meta.dirname, '../build');
const executablePath = findChromium();
if (!executablePath) throw new Error('Drawing the icon needs a Chromium.');

const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(path.join(folder, 'icon.svg'), 'utf8')}`);
  await page.screenshot({ path: path.join(folder, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
