import { inCircles } from './in-circles.ts';
import { imports } from './project-files.ts';

const PRODUCT = /^(main|preload|renderer|shared)\//;

/** The files of the product that reach themselves by imports, types too. */
export function filesInCircles(): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { from, of } of imports.filter((one) => PRODUCT.test(one.from))) graph.set(from, (graph.get(from) ?? new Set()).add(of));
  return inCircles(graph);
}
