import { cpSync } from 'node:fs';
import path from 'node:path';
import { Arch } from 'electron-builder';
import { HUB_PAGES } from './hub-pages.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** What a hub needs besides the native file of its system. docs/running.md says how it is put in place. */
const COPIED = [
  ['out/main', 'out/main'],
  ['out/renderer', 'out/renderer'],
  ['build/service', 'service'],
  ...HUB_PAGES.map((name) => [`docs/${name}`, name]),
  ...['package.json', 'package-lock.json', 'LICENSE', 'NOTICE'].map((name) => [name, name]),
  ...['package.json', 'LICENSE', 'lib'].map((name) => [`node_modules/better-sqlite3/${name}`, `node_modules/better-sqlite3/${name}`]),
];

/**
 * Puts the hub beside the packed app, outside its archive.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default function packHub({ appOutDir, packager, electronPlatformName, arch }) {
  const hub = path.join(packager.getResourcesDir(appOutDir), 'hub');
  const native = `node_modules/better-sqlite3/prebuilds/${electronPlatformName}-${Arch[arch]}.node`;
  for (const [from = '', to = ''] of [...COPIED, [native, native]])
    cpSync(path.join(root, from), path.join(hub, to), { recursive: true, filter: (file) => !/[/\\]electron\.js$|\.map$/.test(file) });
}
