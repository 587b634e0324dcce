import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

/** Marks the modules that are imported anew for a planted bug. */
const MARK = '?planted=';

interface Planted {
  readonly mutant: Mutant;
  readonly target: string;
  /** The target, and every module that imports it, directly or through others. */
  readonly anew: ReadonlySet<string>;
  /** How often the text was replaced: once, or the module was not imported. */
  times: number;
}

/** Who imports a module, as the modules say it that were imported without a bug. */
const importers = new Map<string, Set<string>>();
const planted: Planted[] = [];

const markOf = (url: string): number | undefined => {
  const at = url.indexOf(MARK);
  return at < 0 ? undefined : Number(url.slice(at + MARK.length));
};

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const parent = context.parentURL;
    if (parent === undefined || markOf(resolved.url) !== undefined) return resolved;
    const mark = markOf(parent);
    if (mark === undefined) importers.set(resolved.url, (importers.get(resolved.url) ?? new Set()).add(parent));
    else if (planted[mark]?.anew.has(resolved.url)) return { ...resolved, url: `${resolved.url}${MARK}${mark}` };
    return resolved;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    const bug = planted[markOf(url) ?? -1];
    if (bug === undefined || !url.startsWith(`${bug.target}${MARK}`)) return loaded;
    const { find, replace } = bug.mutant;
    const source = Buffer.from(loaded.source as Uint8Array).toString();
    const places = source.split(find).length - 1;
    if (places !== 1) throw new Error(`"${find}" stands ${places} times in ${fileURLToPath(bug.target)}, not once: mend the mutant`);
    bug.times++;
    return { ...loaded, source: source.replace(find, () => replace) };
  },
});

function importersOf(url: string): Set<string> {
  const all = new Set([url]);
  for (const each of all) for (const importer of importers.get(each) ?? []) all.add(importer);
  return all;
}

/**
 * Imports a module with a bug planted in the product. It must have been imported without one before. Only the file that has the bug and
 * what imports it are loaded anew: all else does the same as before, and loading it takes longer than most runs.
 */
export async function importPlanted<Module>(entry: URL, mutant: Mutant): Promise<Module> {
  const target = new URL(`../../${mutant.file}`, import.meta.url).href;
  const bug: Planted = { mutant, target, anew: importersOf(target), times: 0 };
  const mark = planted.push(bug) - 1;
  const module = (await import(`${entry.href}${MARK}${mark}`)) as Module;
  if (bug.times !== 1) throw new Error(`${mutant.file} was imported ${bug.times} times`);
  return module;
}
