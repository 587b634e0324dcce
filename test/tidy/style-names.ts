import { files, textOf } from './project-files.ts';

// What style sheets name and the console's code does not, and the other way round for custom properties. Knip reads no style sheets.

const sheets = files.filter((file) => /^renderer\/.*\.css$/.test(file)).map((file) => [file, textOf(file)] as const);
const sources = files
  .filter((file) => /^renderer\/.*\.(tsx?|html)$/.test(file))
  .map(textOf)
  .join('\n');

const words = new Set(sources.match(/[A-Za-z][\w-]*/g));
/** Beginnings of names that are put together: `is-${look}`. */
const beginnings = [...new Set(Array.from(sources.matchAll(/([A-Za-z][\w-]*-)\$\{/g), ([, beginning]) => beginning))];
const isNamed = (name: string) => words.has(name) || beginnings.some((beginning) => name.startsWith(String(beginning)));

/** `file: .name`, for each class of a selector that no code names. What the controls' library names by itself is not looked for. */
export const classesUnnamed = (): string[] =>
  sheets.flatMap(([file, text]) => {
    const selectors = text.replace(/\/\*[\s\S]*?\*\//g, '').match(/[^{}]+(?=\{)/g) ?? [];
    const names = new Set(
      selectors.flatMap((selector) => Array.from(selector.matchAll(/\.([A-Za-z][\w-]*)/g), ([, name]) => String(name))),
    );
    return [...names].filter((name) => !name.startsWith('react-aria-') && !isNamed(name)).map((name) => `${file}: .${name}`);
  });

/** Custom properties that are set and never read. */
export function propertiesUnread(): string[] {
  const all = `${sheets.map(([, text]) => text).join('\n')}\n${sources}`;
  const read = new Set(Array.from(all.matchAll(/var\((--[\w-]+)/g), ([, name]) => name));
  return [...new Set(Array.from(all.matchAll(/^\s*(--[\w-]+)\s*:/gm), ([, name]) => String(name)))].filter((name) => !read.has(name));
}
