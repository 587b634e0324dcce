// What Electron documents, asked of whatever runs the tests: the real program and the stand-in must answer alike.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';

interface Api {
  readonly fsError: string;
  readonly urlType: string;
  readonly nested: { readonly list: [number, { x: number }] };
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  onTold(listener: (...args: unknown[]) => void): void;
  throws(): void;
  later(callback: (n: number) => number): Promise<number>;
}
declare global {
  var api: Api;
  var probe: {
    tooEarly: string;
    lockedTooEarly: string[];
    secondHandler: string;
    visited: string[];
    isFirst: boolean;
    calls: string[];
  };
}

const root = process.getuid?.() === 0;
let app: ElectronApplication;
let page: Page;
let userData: string;
let errors = '';

const args = () => [...(root ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, path.join(import.meta.dirname, 'probe-app')];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'aisle-probe-'));
  app = await _electron.launch({ args: args() });
  app.process().stderr?.on('data', (text) => {
    errors += text;
  });
  page = await app.firstWindow();
  await page.getByRole('heading', { name: 'hi' }).waitFor();
});
test.afterAll(async () => {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
});

test('a sandboxed preload requires only what Electron lets it', async () => {
  expect(await page.evaluate(() => api.fsError)).toContain('module not found: node:fs');
  expect(await page.evaluate(() => api.urlType)).toBe('function');
});

test('values are cloned through the bridge and IPC, cycles included', async () => {
  const seen = await page.evaluate(async () => {
    const sent: Record<string, unknown> = { map: new Map([[1, new Date(5)]]), big: 10n, none: Number.NaN, bytes: new Uint8Array([1, 255]) };
    sent.self = sent;
    const { value, url } = (await api.invoke('ok', sent)) as {
      value: typeof sent & { map: Map<number, Date>; bytes: Uint8Array };
      url: string;
    };
    return [value.map.get(1)?.getTime(), value.self === value, String(value.big), Number.isNaN(value.none), [...value.bytes], url];
  });
  expect(seen).toEqual([5, true, '10', true, [1, 255], 'app://ui/x']);
});

test('errors keep the words that Electron gives them', async () => {
  const message = (channel: string) => page.evaluate((name) => api.invoke(name).catch((error: Error) => error.message), channel);
  expect(await message('nope')).toBe("Error invoking remote method 'nope': Error: No handler registered for 'nope'");
  expect(await message('bad')).toBe("Error invoking remote method 'bad': Error: inner");
  const thrown = await page.evaluate(() => {
    try {
      api.throws();
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : 'not an Error';
    }
  });
  expect(thrown).toBe('boom');
});

test('callbacks and promises cross the bridge, and what it exposes is frozen', async () => {
  expect(await page.evaluate(() => api.later((n) => n * 2))).toBe(41);
  const frozen = await page.evaluate(() => [Object.isFrozen(api.nested), Object.isFrozen(api.nested.list[1])]);
  expect(frozen).toEqual([true, true]);
});

test('the main process pushes events to the page', async () => {
  const told = page.evaluate(() => new Promise((resolve) => api.onTold((...args) => resolve(args))));
  await expect
    .poll(async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('told', 1, { two: 2 }));
      return Promise.race([told, new Promise((resolve) => setTimeout(resolve, 50))]);
    })
    .toEqual([1, { two: 2 }]);
});

test('wrong order is refused: a window before ready, a second handler', async () => {
  const probe = await app.evaluate(() => globalThis.probe);
  expect(probe.tooEarly).toContain('before app is ready');
  expect(probe.secondHandler).toContain("second handler for 'ok'");
});

test('the safe of the account: refused before the app is ready, then a text is locked and opened', async () => {
  const { lockedTooEarly } = await app.evaluate(() => globalThis.probe);
  for (const error of lockedTooEarly) expect(error).toContain('safeStorage cannot be used before app is ready');
  const seen = await app.evaluate(({ safeStorage }) => {
    // Without a keyring Electron locks nothing, unless it is told to.
    const available = safeStorage.isEncryptionAvailable();
    const kept = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
    if (!available) return { available, kept };
    const locked = safeStorage.encryptString('ключ 1');
    const { length } = locked;
    const errorOf = (bytes: Buffer | string): string => {
      try {
        safeStorage.decryptString(bytes as Buffer);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return {
      ...{ available, kept, isBuffer: Buffer.isBuffer(locked), opened: safeStorage.decryptString(locked) },
      isReadable: locked.includes('ключ'),
      plain: errorOf(Buffer.from('no such text')),
      text: errorOf('no buffer'),
      cut: errorOf(locked.subarray(0, length - 1)),
    };
  });
  expect(['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown', 'system']).toContain(seen.kept);
  if (!seen.available) return;
  expect(seen).toMatchObject({ isBuffer: true, opened: 'ключ 1', isReadable: false });
  expect(seen.plain).toContain('Ciphertext does not appear to be encrypted');
  expect(seen.text).not.toBe('');
  expect(seen.cut).not.toBe('');
});

test("the response's content security policy is enforced", async () => {
  expect(await page.evaluate(() => Reflect.get(window, 'inline'))).toBeUndefined();
});

test('navigation and new windows ask the app first', async () => {
  await page.evaluate(() => {
    window.open('https://example.com/new');
    location.href = 'https://example.com/away';
  });
  await expect
    .poll(() => app.evaluate(() => globalThis.probe.visited))
    .toEqual(['open https://example.com/new', 'https://example.com/away']);
  expect(await page.evaluate(() => api.urlType)).toBe('function');
});

test('a worker thread of the main process opens SQLite', async () => {
  expect(await page.evaluate(() => api.invoke('thread'))).toEqual({ sum: 42 });
});

test('a second process on the same data is told so, and the first one hears of it', async () => {
  const second = spawn(app.process().spawnfile, [...args(), 'hello'], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(7);
  await expect.poll(() => app.evaluate(() => globalThis.probe.calls)).toEqual(['hello']);
});

test('closing can be prevented once, and the app then quits in order', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(app.windows()).toHaveLength(1);
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
  });
  await closed;
  expect(errors).toContain('LOG close-prevented close window-all-closed before-quit will-quit');
});
