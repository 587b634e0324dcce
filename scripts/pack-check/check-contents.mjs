import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { readArchive } from './read-archive.mjs';

/** What may be packed at all; all else is a leak of sources, tests or other packages. */
const ALLOWED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^NOTICE$/,
  /^out\/main\/[\w-]+\.js$/,
  /^out\/main\/data\//,
  /^out\/main\/licenses\/[\w-]+\.md$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\//,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/linux-x64\.node)$/,
];
const FORBIDDEN = [/\.map$/, /\.tsx?$/, /(^|\/)test\//, /^out\/main\/(hub|aisle)\.js$/];

/**
 * Compares what was packed with what ought to be.
 * @param {string} root
 * @param {string} resources
 * @returns {string[]} What is wrong, a sentence each.
 */
export function checkContents(root, resources) {
  const archived = readArchive(path.join(resources, 'app.asar'));
  const names = new Set(archived.map((entry) => entry.path));
  const unpacked = new Set(archived.filter((entry) => entry.unpacked).map((entry) => entry.path));
  const threads = [...names].filter((name) => /^out\/main\/[\w-]+-thread\.js$/.test(name));
  const data = readdirSync(path.join(root, 'main/reference/data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `out/main/data/${path.relative(path.join(root, 'main/reference/data'), path.join(entry.parentPath, entry.name))}`);
  const needed = [
    'package.json',
    'LICENSE',
    'out/main/electron.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    ...data,
    ...readdirSync(path.join(root, 'out/main'))
      .filter((name) => name.endsWith('-thread.js'))
      .map((name) => `out/main/${name}`),
  ];
  const natives = [...names].filter((name) => name.endsWith('.node'));
  return [
    ...[...names].filter((name) => !ALLOWED.some((pattern) => pattern.test(name))).map((name) => `${name} has no place in the package.`),
    ...[...names].filter((name) => FORBIDDEN.some((pattern) => pattern.test(name))).map((name) => `${name} must not be packed.`),
    ...needed.filter((name) => !names.has(name)).map((name) => `${name} is missing.`),
    ...(natives.length === 1 ? [] : [`There must be one native file, and there are ${natives.length}: ${natives.join(', ')}.`]),
    ...[...threads, ...data, ...natives, 'package.json', 'node_modules/better-sqlite3/lib/index.js']
      .filter((name) => names.has(name) && !unpacked.has(name))
      .map((name) => `${name} must lie outside app.asar, for a thread needs it.`),
    ...threads.flatMap((name) => foreignImports(path.join(resources, 'app.asar.unpacked', name))),
  ];
}

/** A thread's bundle may reach for Node and the driver alone; anything else would be inside the archive. @param {string} file */
function foreignImports(file) {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/^import (?:[^'"\n]* from )?["']([^"']+)["']/gm)].map((match) => match[1] ?? '');
  return imported
    .filter((name) => name !== 'better-sqlite3' && !builtinModules.includes(name.replace(/^node:/, '')))
    .map((name) => `${path.basename(file)} imports ${name}, which no thread can reach in a packed app.`);
}
