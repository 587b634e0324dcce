import type { App, Session as BrowserSession, WebPreferences } from 'electron';

export const SCHEME = 'app';
export const CONSOLE_URL = 'app://aisle/index.html';
export const PASSENGER_URL = 'app://aisle/passenger/index.html';
/** The pages that a window may begin with. */
export const PAGE_URLS = { console: CONSOLE_URL, passenger: PASSENGER_URL } as const;

const PAGES: ReadonlySet<string> = new Set(['/', '/index.html', '/passenger/index.html']);

/** Whether a frame shows the console (or the page that says why there is none), or the passenger's screen, and nothing else. */
export function isConsole(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  return parsed.protocol === `${SCHEME}:` && parsed.host === 'aisle' && PAGES.has(parsed.pathname);
}

/** Every setting is written out, even where it is Electron's default, so that a changed default changes nothing. */
export const webPreferences = (preload: string, packaged: boolean) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // A spelling checker could send names of passengers somewhere.
    spellcheck: false,
    devTools: !packaged,
  }) satisfies WebPreferences;

/** No page of Aisle needs a camera, a place, a notification or any other permission. */
export function denyPermissions(
  session: Pick<BrowserSession, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_, __, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/**
 * Keeps every page in this process on the console: no other address, no other window, no embedded page. A page that asks for a window with the
 * passenger's screen gets none from Chromium; `showPassenger` opens it as Aisle opens its windows.
 */
export function confinePages(app: Pick<App, 'on'>, showPassenger: () => void): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isConsole(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isConsole(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (url === PASSENGER_URL) showPassenger();
      return { action: 'deny' };
    });
  });
}
