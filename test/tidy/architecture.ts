import { code, imports, textOf } from './project-files.ts';

// What ARCHITECTURE.md says of the folders is held against them.

const page = textOf('ARCHITECTURE.md');
/** The list under a heading. */
const listUnder = (heading: string): string => page.slice(page.indexOf(heading)).split('```')[1] ?? '';

/** The folder of main/ in which a file stands; undefined for a file of its top, which any may import, and outside. */
const folderOf = (file: string): string | undefined => /^main\/([\w-]+)\//.exec(file)?.[1];

const lineOf = new Map(
  listUnder('## The layers')
    .trim()
    .split('\n')
    .flatMap((line, place) => line.split(', ').map((name) => [name, place] as const)),
);

/** Imports of main/ from a folder that does not stand below their own in the list of layers. */
export const importsUpwards = (): string[] =>
  imports.flatMap(({ from, of }) => {
    const [own, other] = [folderOf(from), folderOf(of)];
    if (own === undefined || other === undefined || own === other) return [];
    return (lineOf.get(own) ?? Infinity) < (lineOf.get(other) ?? -1) ? [] : [`${from} imports ${of}`];
  });

/** Folders of main/ and renderer/ that the house does not name. */
export function foldersUnnamed(): string[] {
  const house = listUnder('## The house');
  const folders = code.flatMap((file) => /^(?:main|renderer)\/([\w-]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].filter((folder) => !house.includes(`${folder}/`));
}
