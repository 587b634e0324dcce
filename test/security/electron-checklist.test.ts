import { EventEmitter } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { consolePages } from '../../main/window/window-pages.ts';
import {
  CONSOLE_URL,
  confinePages,
  denyPermissions,
  isConsole,
  PAGE_URLS,
  PASSENGER_URL,
  webPreferences,
} from '../../main/window/window-security.ts';
import manifest from '../../package.json' with { type: 'json' };
import { buildPreload, runPreload } from '../preload/run-preload.ts';

/** Electron's security checklist, point by point, by its own numbers (electronjs.org/docs/latest/tutorial/security). */
const root = resolve(import.meta.dirname, '../..');

/** Every source file of the product that could speak to Electron, by its path. */
function sources(...folders: string[]): Map<string, string> {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|html|css)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return new Map(found.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const filesWith = (pattern: RegExp, ...folders: string[]) =>
  [...sources(...folders)].filter(([, text]) => pattern.test(withoutComments(text))).map(([name]) => name);

const preferences: Record<string, unknown> = webPreferences('/preload.cjs', true);
const electronEntry = readFileSync(join(root, 'main/electron.ts'), 'utf8');

/** A page as it comes into being, under the real guard. */
function guardedPage() {
  const app = new EventEmitter();
  const passengerShown = vi.fn();
  confinePages(app as never, passengerShown);
  let openHandler: ((details: { url: string }) => { action: string }) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: typeof openHandler) {
      openHandler = handler;
    },
  });
  app.emit('web-contents-created', {}, contents);
  const stops = (name: string, details: object): boolean => {
    let stopped = false;
    contents.emit(name, {
      ...details,
      preventDefault: () => {
        stopped = true;
      },
    });
    return stopped;
  };
  return { stops, open: (url: string) => openHandler?.({ url }).action, passengerShown };
}

const OTHER_PAGES = [
  'https://evil.example/',
  'http://127.0.0.1:4610/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<p>x',
  'blob:app://aisle/1',
  'about:blank',
  'app://evil/index.html',
  'app://aisle/other.html',
  'app://aisle.evil.example/index.html',
  'APP://evil',
  'no address',
  '',
];

describe('Electron security checklist', () => {
  it('1. loads only secure content: its own pages, and no address of the network', () => {
    for (const url of Object.values(PAGE_URLS)) expect(new URL(url).protocol).toBe('app:');
    const loads = [...sources('main').values()].flatMap((text) => text.match(/\.loadURL\([^)]*\)/g) ?? []);
    expect(loads).toEqual(['.loadURL(PAGE_URLS[page])']);
    expect(filesWith(/(src|href)=["']https?:/, 'renderer')).toEqual([]);
    expect(filesWith(/@import\s|url\(["']?https?:/, 'renderer').filter((name) => name.endsWith('.css'))).toEqual([]);
  });

  it('2. gives pages no Node', () => {
    expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false });
  });

  it('3. isolates the preload', () => expect(preferences.contextIsolation).toBe(true));

  it('4. sandboxes every page, before Electron is ready', () => {
    expect(preferences.sandbox).toBe(true);
    expect(electronEntry.indexOf('app.enableSandbox()')).toBeGreaterThan(0);
    expect(electronEntry.indexOf('app.enableSandbox()')).toBeLessThan(electronEntry.indexOf('whenReady'));
    expect(electronEntry.slice(0, electronEntry.indexOf('app.enableSandbox()'))).not.toContain('await');
    expect(filesWith(/no-sandbox|commandLine\.appendSwitch/, 'main')).toEqual([]);
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'hid', 'usb'])(
    '5. denies the permission %s',
    (permission) => {
      const answers: unknown[] = [];
      denyPermissions({
        setPermissionRequestHandler: (handler) =>
          handler?.({} as never, permission as never, (granted) => answers.push(granted), {} as never),
        setPermissionCheckHandler: (handler) => answers.push(handler?.(null, permission as never, CONSOLE_URL, {} as never)),
        setDevicePermissionHandler: (handler) => answers.push(handler?.({} as never)),
      });
      expect(answers).toEqual([false, false, false]);
      expect(electronEntry).toContain('denyPermissions(session.defaultSession)');
    },
  );

  it('6. keeps web security on', () => {
    expect(preferences.webSecurity).toBe(true);
    expect(filesWith(/webSecurity:\s*false|disable-web-security/, 'main')).toEqual([]);
  });

  it('7. sends a content security policy without exceptions with every page, also where there is none', async () => {
    for (const path of ['/index.html', '/missing.js', '/../main/electron.ts']) {
      const response = await consolePages(join(root, 'renderer'))({ url: `app://aisle${path}`, method: 'GET' });
      const policy = response.headers.get('content-security-policy') ?? '';
      const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
      expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:|wasm/);
      expect(Object.fromEntries(rules)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'font-src': "'self'",
        'img-src': "'self' data:",
        'connect-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      });
    }
    const html = readFileSync(join(root, 'renderer/index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/i);
    expect(filesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/, 'renderer')).toEqual([]);
  });

  it('8. runs no insecure content', () => expect(preferences.allowRunningInsecureContent).toBe(false));

  it('9. has no experimental features', () => expect(preferences.experimentalFeatures).toBe(false));

  it('10. enables no Blink features', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(filesWith(/enableBlinkFeatures|enable-blink-features/, 'main')).toEqual([]);
  });

  it('11. has no webview, so none that opens windows', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(filesWith(/<webview|allowpopups/i, 'main', 'renderer', 'preload')).toEqual([]);
  });

  it('12. lets no webview be attached', () => expect(guardedPage().stops('will-attach-webview', {})).toBe(true));

  it.each(OTHER_PAGES)('13. goes to no other page: %s', (url) => {
    expect(isConsole(url)).toBe(false);
    expect(guardedPage().stops('will-navigate', { url })).toBe(true);
    expect(guardedPage().stops('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    expect(guardedPage().stops('will-redirect', { url })).toBe(true);
  });

  it('13. may load the console anew, in the whole window only', () => {
    expect(guardedPage().stops('will-navigate', { url: CONSOLE_URL })).toBe(false);
    expect(guardedPage().stops('will-frame-navigate', { url: CONSOLE_URL, isMainFrame: true })).toBe(false);
    expect(guardedPage().stops('will-frame-navigate', { url: CONSOLE_URL, isMainFrame: false })).toBe(true);
  });

  it.each([CONSOLE_URL, ...OTHER_PAGES])('14. lets no page open a window: %s', (url) => {
    const page = guardedPage();
    expect(page.open(url)).toBe('deny');
    expect(page.passengerShown).not.toHaveBeenCalled();
  });

  it("14. opens the passenger's screen in a window of Aisle's own making", () => {
    const page = guardedPage();
    expect(page.open(PASSENGER_URL)).toBe('deny');
    expect(page.passengerShown).toHaveBeenCalledOnce();
  });

  it('15. hands nothing to the system to open', () => {
    expect(filesWith(/\bopenExternal\(|\bopenPath\(|import\s*\{[^}]*\bshell\b[^}]*\}\s*from\s*'electron'/, 'main', 'preload')).toEqual([]);
  });

  it('16. is built on one Electron, of a line that is still mended', () => {
    const { electron } = manifest.devDependencies;
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(electron.split('.')[0])).toBeGreaterThanOrEqual(45);
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> };
    expect(lock.packages['node_modules/electron']?.version).toBe(electron);
  });

  it('17. checks who sends: the three places that listen do it (test/main/transport/ipc.test.ts, test/main/window/save-pdf.test.ts and serve-link.test.ts show how)', () => {
    const listening = ['main/transport/ipc.ts', 'main/window/save-pdf.ts', 'main/window/serve-link.ts'];
    expect(filesWith(/ipcMain\s*\.\s*(on|once|handle|handleOnce)\(|\.ipc\.(on|handle)\(/, 'main')).toEqual(listening);
    const ipc = sources('main').get('main/transport/ipc.ts') ?? '';
    expect(ipc.match(/ipcMain\.handle\(/g)?.length).toBe(1);
    for (const file of listening) expect(sources('main').get(file), file).toContain('isFromConsole(event, isConsole)');
  });

  it('18. serves its pages by its own protocol, confined, and never from file:', async () => {
    expect(filesWith(/\.loadFile\(|['"`]file:/, 'main', 'preload')).toEqual([]);
    expect(electronEntry).toMatch(/registerSchemesAsPrivileged\(\[\{ scheme: SCHEME, privileges: \{ standard: true, secure: true/);
    const pages = consolePages(join(root, 'renderer'));
    const status = async (url: string, method = 'GET') => (await pages({ url, method })).status;
    expect(await status(CONSOLE_URL)).toBe(200);
    expect(await status('app://aisle/')).toBe(200);
    for (const path of ['../main/electron.ts', '%2e%2e%2fpackage.json', '..%5cpackage.json', 'main.tsx', '/etc/passwd']) {
      expect(await status(`app://aisle/${path}`), path).toBe(404);
    }
    expect(await status('app://evil/index.html')).toBe(403);
    expect(await status(CONSOLE_URL, 'POST')).toBe(403);
  });

  it('19. turns the fuses that a packed program does not need', () => {
    const config = join(root, 'electron-builder.yml');
    expect(existsSync(config)).toBe(true);
    const fuses = Object.fromEntries(
      [...readFileSync(config, 'utf8').matchAll(/^\s+(\w+): (true|false)\s*(?:#.*)?$/gm)].map(([, name, on]) => [name, on === 'true']),
    );
    expect(fuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  describe('20. exposes nothing of Electron', () => {
    let code = '';
    beforeAll(async () => {
      code = await buildPreload();
    });

    it('but functions of its own, each for one thing', () => {
      const { exposed } = runPreload(code);
      expect(Object.keys(exposed.aisle ?? {})).toEqual(['call', 'savePdf', 'on', 'link']);
      expect(Object.keys(exposed.aisle?.link ?? {})).toEqual(['hub', 'open', 'send', 'close', 'makeKey', 'keepKey', 'sign', 'forget']);
      expect(filesWith(/exposeInMainWorld\(/, 'preload', 'main')).toEqual(['preload/preload.ts']);
    });

    it('and no event with its sender', () => {
      const run = runPreload(code);
      const heard: unknown[] = [];
      run.exposed.aisle?.on((...args: unknown[]) => heard.push(...args));
      run.send('event', { type: 'hello' });
      expect(heard).toEqual([{ type: 'hello' }]);
    });
  });
});

it('tells of no developer tools in a packed program', () => {
  expect(webPreferences('/preload.cjs', true).devTools).toBe(false);
  expect(webPreferences('/preload.cjs', false).devTools).toBe(true);
});
