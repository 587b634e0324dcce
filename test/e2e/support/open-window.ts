import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { layQuietTraining } from '../../support/quiet-training.ts';

const MOVE_TIME = path.join(import.meta.dirname, 'move-time.cjs');
const ANSWER_QUESTION = path.join(import.meta.dirname, 'answer-question.cjs');
const HOLD_OPENING = path.join(import.meta.dirname, 'hold-opening.cjs');
const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Sets the clock of this computer forward, as the program sees it. */
  moveTime(ms: number): Promise<void>;
  /** Closes it; its store stays in its folder. */
  close(): Promise<void>;
  /** Closes it and takes its store away. */
  remove(): Promise<void>;
}

export interface OpenWindowOptions {
  /** With a store in it from an earlier start; without, a training store with every seat free and no colleagues. */
  readonly folder?: string;
  /** The hub of which it is a console, instead of a store. */
  readonly farHub?: string;
  /** The button with which a question of the program is answered. */
  readonly answer?: string;
  /** The store is open once `openStore` was called in the program. */
  readonly slowStore?: boolean;
}

/** The built program in Electron, or in its stand-in, on a store in a folder of its own. */
export async function openWindow(options: OpenWindowOptions = {}): Promise<OpenWindow> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'aisle-e2e-'));
  if (options.folder === undefined && options.farHub === undefined) layQuietTraining(folder);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const answering = options.answer === undefined ? [] : ['-r', ANSWER_QUESTION, `--answer=${options.answer}`];
  const holding = options.slowStore ? ['-r', HOLD_OPENING] : [];
  const own = options.farHub === undefined ? ['--desk', 'T1-04'] : ['--hub', options.farHub];
  const app = await _electron.launch({ args: [...asRoot, '-r', MOVE_TIME, ...answering, ...holding, ROOT, '--data', folder, ...own] });
  const page = await app.firstWindow();
  return {
    app,
    page,
    moveTime: (moveMs) => app.evaluate((_, ms) => Reflect.get(globalThis, 'moveTime')(ms), moveMs),
    close: () => app.close(),
    async remove() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
