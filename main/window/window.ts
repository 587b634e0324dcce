import { BrowserWindow } from 'electron';
import { CONSOLE_URL, webPreferences } from './window-security.ts';

const REVIVALS_MAX = 5;

/** Opens a window on the console and shows it once it has something to show. `meet` sees it before its page loads. */
export function openWindow(options: {
  readonly preload: string;
  readonly packaged: boolean;
  meet?(window: BrowserWindow): void;
}): BrowserWindow {
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
  window.loadURL(CONSOLE_URL).catch(() => {
    // Shown as it is; there is nothing that this process could do about it.
    if (!window.isDestroyed()) window.show();
  });
  return window;
}

/** Brings the open window to the front, for a person who starts Aisle a second time. */
export function focusAnyWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
