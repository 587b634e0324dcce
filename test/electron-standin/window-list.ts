import type { BrowserWindow } from './browser-window.ts';

/** Every open window by its id, in the order of opening. */
export const windows = new Map<number, BrowserWindow>();
