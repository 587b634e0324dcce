// What `import ... from 'electron'` finds in the main process: Node, with a Chromium driven over the DevTools protocol.
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unsupported } from './unsupported.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc.ts';
export { Menu, MenuItem } from './menu.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol } from './schemes.ts';
export { session } from './session.ts';
export { WebContents as webContents } from './web-contents.ts';

// A test replaces the few calls it needs, as it does on real Electron, where a dialog would wait for a person.
export const dialog = unsupported('dialog', { showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`) });
export const shell = unsupported('shell', {
  opened: [] as string[],
  async openExternal(url: string) {
    this.opened.push(url);
  },
});
export const clipboard = unsupported('clipboard', {});
export const nativeImage = unsupported('nativeImage', { createEmpty: () => ({}) });
export const utilityProcess = unsupported('utilityProcess', {});
export const crashReporter = { start() {} };
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' });
/** A test emits `suspend` and `resume` on it. */
export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = { start: () => 1, stop() {}, isStarted: () => false };

const DISPLAY = {
  id: 1,
  workAreaSize: { width: 1280, height: 800 },
  workArea: { x: 0, y: 0, width: 1280, height: 800 },
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  scaleFactor: 1,
};
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
  getDisplayMatching: () => DISPLAY,
});

/** Unlike Node's own fetch, Electron's reads files too. */
export const net = {
  async fetch(target: string | Request, options?: RequestInit) {
    const url = typeof target === 'string' ? target : target.url;
    if (!url.startsWith('file:')) return fetch(target, options);
    try {
      return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
};

export class Notification extends EventEmitter {
  static isSupported() {
    return false;
  }
  show() {}
}
export class Tray extends EventEmitter {
  setMenu() {}
}
