// A PDF out of a window, over the preload's bridge: the person is asked where it goes; the run says on which Electron.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { expect } from './support/expect.ts';
import { type OpenWindow, openWindow } from './support/open-window.ts';
import { pdfFonts } from './support/pdf-fonts.ts';
import { pressLetter } from './support/press-letter.ts';

let window: OpenWindow;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-pdf-'));
  window = await openWindow();
});
test.afterAll(async () => {
  await window.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Whoever sits there answers the question of the program with a place. Gives the names that were proposed. */
async function answerWith(filePath: string): Promise<() => Promise<string[]>> {
  await window.app.evaluate(({ dialog }, file) => {
    const proposed: string[] = [];
    Object.assign(globalThis, { proposed });
    Object.assign(dialog, {
      showSaveDialog: async (_: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
        proposed.push(defaultPath);
        return { canceled: file === '', filePath: file };
      },
    });
  }, filePath);
  return () => window.app.evaluate(() => Reflect.get(globalThis, 'proposed'));
}

test('Shift X saves the X report as a PDF with its font, where the person says; a cancelled question and a folder that is gone are told', async () => {
  const { page } = window;
  await page.getByRole('button', { name: /Ana Ruiz/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill('1204');
  await page.getByLabel('PIN', { exact: true }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Departures of JFK' })).toBeVisible();
  await page.keyboard.press('F6');
  await page.getByLabel('Float', { exact: true }).fill('300');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Count the drawer/ }).focus();

  const file = path.join(folder, 'x.pdf');
  const proposed = await answerWith(file);
  await pressLetter(page, 'Shift+X');
  await expect(page.getByText('X report saved as PDF')).toBeAttached();
  expect((await proposed()).map((each) => path.basename(each))).toEqual([expect.stringMatching(/^X .+ \d{4}-\d\d-\d\d \d{4}\.pdf$/)]);
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const fonts = pdfFonts(pdf);
  expect(fonts.map(({ name }) => name).filter((name) => !name.startsWith('Inter'))).toEqual([]);
  const letters = fonts.map((font) => font.letters).join('');
  for (const letter of 'Xreport') expect(letters).toContain(letter);

  await answerWith('');
  await pressLetter(page, 'Shift+X');
  await expect(page.getByText('X report was not saved')).toBeAttached();

  const gone = path.join(folder, 'gone', 'x.pdf');
  await answerWith(gone);
  await pressLetter(page, 'Shift+X');
  await expect(page.getByText('X report was not saved. The file could not be written.')).toBeVisible();
  expect(existsSync(gone)).toBe(false);
});
