import { BrowserWindow } from 'electron';
import { PAGE_URLS, webPreferences } from './window-security.ts';

const REVIVALS_MAX = 5;

export interface WindowOptions {
  readonly preload: string;
  readonly packaged: boolean;
  /** Sees the window before its page loads. */
  meet?(window: BrowserWindow): void;
}

/** Opens a window on the console, or on another page of Aisle, and shows it once it has something to show. */
export function openWindow(options: WindowOptions, page: keyof typeof PAGE_URLS = 'console'): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    title: 'Aisle',
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(options.preload, options.packaged),
  });
  options.meet?.(window);
  window.once('ready-to-show', () => window.show());
  // A page that crashed is loaded again, a few times: the hub, its holds and the session are in this process and go on.
  let revivals = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed() && revivals++ < REVIVALS_MAX) window.webContents.reload();
  });
  window.loadURL(PAGE_URLS[page]).catch(() => {
    // Shown as it is; there is nothing that this process could do about it.
    if (!window.isDestroyed()) window.show();
  });
  return window;
}

/** Brings an open console to the front, for a person who starts Aisle a second time. */
export function focusAnyWindow(): void {
  const [window] = BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.getURL() !== PAGE_URLS.passenger);
  if (window) bringToFront(window);
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
