import { inCircles } from './in-circles.ts';
import { imports } from './project-files.ts';

/** The folder of a layer in which a file stands; undefined for a file of the layer's top, which puts the folders together. */
function folderOf(layer: string, file: string): string | undefined {
  const [first, folder, ...rest] = file.split('/');
  return first === layer && rest.length > 0 ? folder : undefined;
}

/** The folders of a layer that reach themselves by imports, types too. */
export function foldersInCircles(layer: string): string[] {
  const graph = new Map<string, Set<string>>();
  for (const one of imports) {
    const from = folderOf(layer, one.from);
    const to = folderOf(layer, one.of);
    if (from === undefined || to === undefined || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return inCircles(graph);
}
