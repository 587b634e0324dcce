import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const MOVE_TIME = path.join(import.meta.dirname, 'move-time.cjs');
const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Sets the clock of this computer forward, as the program sees it. */
  moveTime(ms: number): Promise<void>;
  /** Closes it and takes its store away. */
  remove(): Promise<void>;
}

/** The built program in Electron, or in its stand-in, on a store in a folder of its own. */
export async function openWindow(): Promise<OpenWindow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-e2e-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ args: [...asRoot, '-r', MOVE_TIME, ROOT, '--data', folder] });
  const page = await app.firstWindow();
  return {
    app,
    page,
    moveTime: (moveMs) => app.evaluate((_, ms) => Reflect.get(globalThis, 'moveTime')(ms), moveMs),
    async remove() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
