import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** What a clone does not hold: .gitignore's folders, and git's own. */
const IGNORED = readFileSync(path.join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'))
  .map((line) => line.slice(0, -1))
  .concat('.git');

export const topLevel = readdirSync(root).filter((name) => !IGNORED.includes(name));

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (IGNORED.includes(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(place) : [place];
  });
}

/** Every file by its path from the root. */
export const files = filesUnder('.').sort();

export const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const LAYERS = /^(main|preload|renderer|shared|test|scripts)\//;
/** What people write by hand in a programming language. */
export const code = files.filter((file) => (LAYERS.test(file) && /\.(tsx?|mjs|cjs|css)$/.test(file)) || /^[\w.]+\.ts$/.test(file));

export interface Import {
  readonly from: string;
  /** From the root for a file of ours, else the package's name. */
  readonly of: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

export const imports: readonly Import[] = code
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) =>
    [...textOf(file).matchAll(IMPORT)].map((match) => {
      const named = match[2] ?? match[3] ?? '';
      const of = named.startsWith('.') ? path.posix.join(path.posix.dirname(file), named) : named;
      return { from: file, of, typeOnly: match[1] !== undefined };
    }),
  );
