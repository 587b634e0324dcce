// The repository's own rules. Each ban says what to do instead.
import { describe, expect, test } from 'vitest';
import { foldersUnnamed, importsUpwards } from './tidy/architecture.ts';
import { filesInCircles } from './tidy/file-circles.ts';
import { foldersInCircles } from './tidy/folder-circles.ts';
import { code, files, imports, textOf, topLevel } from './tidy/project-files.ts';
import { classesUnnamed, propertiesUnread } from './tidy/style-names.ts';

const LINES_MAX = 400;

/** `file: what was found`, for every line that a pattern matches. */
function found(pattern: RegExp, where: (file: string) => boolean, among: readonly string[] = code): string[] {
  return among.filter(where).flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

describe('layers import one way', () => {
  const OUTER =
    /^main\/(backup|boot|colleagues|command-line|engine|hub|import|messages|payment|sessions|threads|transport|what-if|window)\//;
  const bans: readonly { who: RegExp; not: RegExp; alsoTypes?: boolean; except?: RegExp; instead: string }[] = [
    { who: /^shared\//, not: /^(main|preload|renderer|test|scripts)\//, alsoTypes: true, instead: 'shared/ stands alone: move it here.' },
    { who: /^preload\//, not: /^(main|renderer|test|scripts)\//, alsoTypes: true, instead: 'The preload knows shared/ alone.' },
    { who: /^renderer\//, not: /^(main|test|scripts)\//, alsoTypes: true, instead: 'Ask through the contract in shared/.' },
    { who: /^renderer\//, not: /^preload\//, instead: "Import the preload's type, never its code." },
    { who: /^main\//, not: /^(renderer|preload|test|scripts)\//, alsoTypes: true, instead: 'What both sides know belongs in shared/.' },
    {
      who: /^main\/(commands|queries|reference|rules|pricing|store|training|views)\//,
      not: OUTER,
      alsoTypes: true,
      instead: 'The core is called; it calls nobody outside it.',
    },
    {
      who: /^main\/(rules|pricing)\//,
      not: /^main\/(store|commands|queries|reference|views)\//,
      instead: 'Rules decide on values that the caller read for them.',
    },
    {
      who: /^main\/store\//,
      not: /^main\/(commands|queries|reference|rules|pricing|training|views)\//,
      instead: 'A table keeps; commands decide.',
    },
    { who: /^main\/queries\//, not: /^main\/commands\//, instead: 'A query only reads: share through rules/ or store/.' },
    {
      who: /./,
      not: /^better-sqlite3/,
      except: /^main\/store\/sqlite\.ts$|^test\/(bench|store-limit)\//,
      alsoTypes: true,
      instead: 'Ask the Database port in main/store/database.ts.',
    },
    {
      who: /^(main|preload|renderer|shared)\//,
      not: /^electron(\/|$)/,
      except: /^main\/(electron|window\/[\w-]+|transport\/ipc)\.ts$|^preload\//,
      alsoTypes: true,
      instead: 'The core runs in plain Node: give it what it needs as a value.',
    },
    { who: /^(shared|renderer|preload)\//, not: /^node:/, alsoTypes: true, instead: 'These run in a browser: ask the main process.' },
  ];
  test.each(bans)('$who does not import $not: $instead', ({ who, not, alsoTypes = false, except }) => {
    const wrong = imports
      .filter((one) => who.test(one.from) && not.test(one.of) && !except?.test(one.from) && (alsoTypes || !one.typeOnly))
      .map((one) => `${one.from} imports ${one.of}`);
    expect(wrong).toEqual([]);
  });
});

/** Layers whose folders stand in an order. */
const ORDERED = ['main', 'renderer'];

test.each(ORDERED)('no circle between the folders of %s: move what both need into the lower one', (layer) => {
  expect(foldersInCircles(layer)).toEqual([]);
});

test('main/ imports down the list of layers in ARCHITECTURE.md: move what is shared down, or mend the list', () => {
  expect(importsUpwards()).toEqual([]);
});

test('the house in ARCHITECTURE.md has every folder of main/ and renderer/', () => {
  expect(foldersUnnamed()).toEqual([]);
});

test('no circle between files of the product, types too: give what both need a file of its own', () => {
  expect(filesInCircles()).toEqual([]);
});

describe('what must not be written', () => {
  const product = (file: string) => /^(main|preload|renderer|shared)\//.test(file);
  const core = (file: string) => /^(main\/(commands|queries|rules|pricing)|shared)\//.test(file);
  const entries = /^main\/(electron|hub|aisle)\.ts$/;
  // Put together here, so that this file does not hold what it looks for.
  const machine = new RegExp(
    [`/(${['work', 'farm'].join('|')})/`, ['registry', 'npmjs'].join('\\.'), ['deb', 'debian'].join('\\.')].join('|'),
  );
  const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`);

  const bans: readonly { ban: string; pattern: RegExp; where: (file: string) => boolean; among?: readonly string[]; instead: string }[] = [
    {
      ban: 'a clock in the core',
      pattern: /\bDate\.now\b|\bperformance\.now\b|new Date\(\)/,
      where: core,
      instead: 'Take `now` from the command.',
    },
    {
      ban: 'a variable of a module below the console',
      pattern: /^(export )?let /,
      // A thread and a program are one each. The rules that were made last follow from what they are made of.
      where: (file) => /^(main|shared)\//.test(file) && !/^main\/(threads\/|electron\.ts)|^shared\/close-of-sales\.ts$/.test(file),
      instead: 'Give it to an object, because test files share these modules.',
    },
    { ban: 'chance in the core', pattern: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b/, where: core, instead: 'Take it as an input.' },
    {
      ban: 'the environment',
      pattern: /\bprocess\.env\b/,
      where: (file) => product(file) && !entries.test(file),
      instead: 'Only entries read it; pass main/config.ts on.',
    },
    {
      ban: 'console output',
      pattern: /\bconsole\.\w+\(/,
      where: product,
      instead: 'Use main/log.ts, which knows what must not be logged.',
    },
    { ban: 'a note for later', pattern: marks, where: () => true, instead: 'Do it now, or open an issue.' },
    { ban: 'a silenced type check', pattern: /@ts-(ignore|nocheck|expect-error)/, where: () => true, instead: 'Say the type.' },
    {
      ban: 'any',
      pattern: /(:|\bas|<)\s*any\b\s*([;,)=\]>|&{[]|$)/,
      where: (file) => /\.tsx?$/.test(file),
      instead: 'Use unknown and narrow it.',
    },
    {
      ban: 'a test that is left out',
      pattern: /\b(it|test|describe)\.(only|skip|todo|fixme)\b/,
      where: (file) => file.startsWith('test/'),
      instead: 'Mend it or remove it.',
    },
    {
      ban: 'a place on some machine',
      pattern: machine,
      where: (file) => file !== 'package-lock.json',
      among: files.filter((file) => /\.(tsx?|mjs|cjs|css|html|md|json|ya?ml)$|^\.|NOTICE$/.test(file)),
      instead: 'Use a path from the root.',
    },
    {
      ban: 'a registry or another host in the lock',
      pattern: /"resolved":|https?:\/\/registry/,
      where: () => true,
      among: ['package-lock.json'],
      instead: 'Make the lock with omit-lockfile-registry-resolved.',
    },
  ];
  test.each(bans)('$ban: $instead', ({ pattern, where, among }) => {
    // This file names what it forbids.
    expect(found(pattern, (file) => where(file) && file !== 'test/tidy.test.ts', among)).toEqual([]);
  });
});

describe('files and names', () => {
  test('the top level holds the agreed folders and what tools look for there; all else goes into one of them', () => {
    const agreed =
      /^(package(-lock)?\.json|tsconfig\.json|electron-builder\.yml|main|preload|renderer|shared|test|scripts|docs|build|README\.md|ARCHITECTURE\.md|LICENSE|NOTICE|biome\.json|[\w.-]+\.config\.ts|\..*)$/;
    expect(topLevel.filter((name) => !agreed.test(name))).toEqual([]);
  });

  test('names are kebab-case and say what is inside; no index.ts that only passes on', () => {
    const kebab = /^(\.?[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const wrong = code.filter((file) => file.split('/').some((part) => !kebab.test(part)) || /(^|\/)index\.tsx?$/.test(file));
    expect(wrong).toEqual([]);
  });

  test(`no file is longer than ${LINES_MAX} lines; two rooms make two files`, () => {
    const long = code.map((file) => [textOf(file).split('\n').length, file] as const).filter(([lines]) => lines > LINES_MAX);
    expect(long).toEqual([]);
  });

  test('every unit test stands where its source stands; move it along', () => {
    const sources = new Set(code);
    const own = /^test\/(e2e|electron-standin|simulation|bench|tidy|security|scripts|packaging|contract|support)\b/;
    const wrong = files
      .filter((file) => /^test\/(main|shared|renderer|preload)\/.*\.test\.tsx?$/.test(file) && !own.test(file))
      .filter((file) => {
        const folder = file.slice('test/'.length, file.lastIndexOf('/') + 1);
        return ![...sources].some((source) => source.startsWith(folder));
      });
    expect(wrong).toEqual([]);
  });
});

describe('style sheets', () => {
  test('every class stands in the code too: remove the rule', () => expect(classesUnnamed()).toEqual([]));
  test('every custom property is read: remove it', () => expect(propertiesUnread()).toEqual([]));
});

describe('packages', () => {
  const manifest = JSON.parse(textOf('package.json'));
  const lock = JSON.parse(textOf('package-lock.json'));
  const pins: [string, string][] = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });

  test('every version is exact, and the one that the lock holds', () => {
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(pins.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  test('the lock holds every part of every package, for other systems too; else npm ci refuses it: pin a version that has them all', () => {
    const names = new Set(
      Object.keys(lock.packages).map((place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    const parts = Object.values<{ optionalDependencies?: object }>(lock.packages).flatMap((one) =>
      Object.keys(one.optionalDependencies ?? {}),
    );
    expect(parts.filter((name) => !names.has(name))).toEqual([]);
  });

  test('only the native driver is a dependency: all else is bundled, and would be packed twice', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });
});
