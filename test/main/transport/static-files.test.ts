import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFile } from '../../../main/transport/static-files.ts';

let folder = '';
let root = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-files-'));
  root = join(folder, 'console');
  mkdirSync(join(root, 'assets', 'deep'), { recursive: true });
  mkdirSync(join(root, 'folder.js'));
  for (const name of [
    'index.html',
    'icon.svg',
    '.secret.js',
    'notes.exe',
    'assets/main-a1B2c3D4.js',
    'assets/plain.js',
    'assets/deep/x.css',
  ]) {
    writeFileSync(join(root, name), name);
  }
  writeFileSync(join(folder, 'outside.js'), 'outside');
  symlinkSync(join(folder, 'outside.js'), join(root, 'link.js'));
  symlinkSync(folder, join(root, 'up'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of the console', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/icon.svg', 'icon.svg', 'image/svg+xml', 'no-cache'],
    ['/assets/main-a1B2c3D4.js', 'assets/main-a1B2c3D4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/plain.js', 'assets/plain.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/assets/deep/x.css', 'assets/deep/x.css', 'text/css; charset=utf-8', 'no-cache'],
  ])('%s is served', async (path, body, type, cache) => {
    expect(await staticFile(root, path)).toEqual({ body: Buffer.from(body), type, cache });
  });

  it.each([
    ['not there', '/missing.js'],
    ['a folder', '/assets'],
    ['a folder with a file name', '/folder.js'],
    ['another kind of file', '/notes.exe'],
    ['a hidden file', '/.secret.js'],
    ['up', '/../outside.js'],
    ['up, encoded', '/%2e%2e/outside.js'],
    ['up, encoded whole', '/%2e%2e%2foutside.js'],
    ['up, encoded twice', '/%252e%252e%252foutside.js'],
    ['up by a backslash', '/..%5coutside.js'],
    ['up in the middle', '/assets/../../outside.js'],
    ['a link that leads out', '/link.js'],
    ['a linked folder that leads out', '/up/outside.js'],
    ['an absolute path', '//etc/passwd.js'],
    ['a drive', '/C:/windows/win.js'],
    ['a null byte', '/index.html%00.js'],
    ['a bad encoding', '/%E0%A4%A'],
    ['no slash', 'index.html'],
    ['a very long path', `/${'a/'.repeat(2_000)}x.js`],
  ])('%s is not', async (_, path) => {
    expect(await staticFile(root, path)).toBeUndefined();
  });
});
