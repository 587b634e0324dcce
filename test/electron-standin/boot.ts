// Starts an app's real main bundle in Node, with `electron` resolved to the stand-in.
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AppManifest, runningApp } from './running-app.ts';

const standin = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier.startsWith('electron/') ? { url: standin, shortCircuit: true } : next(specifier, context),
});

const args = process.argv.slice(2);
const required: string[] = [];
let entry: string | undefined;
for (let i = 0; i < args.length; i++) {
  const arg = args[i] ?? '';
  if (arg === '-r' || arg === '--require') required.push(args[++i] ?? '');
  else if (!arg.startsWith('-') && entry === undefined) entry = arg;
}

const place = path.resolve(entry ?? '.');
const isFolder = statSync(place).isDirectory();
const manifest: AppManifest = isFolder
  ? JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
  : { name: path.basename(place), version: '0.0.0' };
Object.assign(runningApp, { appPath: isFolder ? place : path.dirname(place), manifest, args });

process.argv = [process.argv0, ...args];
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.3.4', chrome: '0' } });
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: path.join(import.meta.dirname, 'no-resources') });

// Playwright reaches the main process through the inspector, and there asks for `require('electron')`.
const require = createRequire(import.meta.url);
Object.assign(globalThis, { require });
const inspect = args.find((arg) => arg.startsWith('--inspect'));
if (inspect) inspector.open(Number(inspect.split(/[=:]/).at(-1)) || 0, '127.0.0.1', false);

for (const file of required) require(file);
await import(pathToFileURL(isFolder ? path.join(place, manifest.main ?? 'index.js') : place).href);
const { start } = await import('./start.ts');
await start();
