import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tidy/project-files.ts';

/** What `out/` of a package's hub folder is made of in the repository: the source of each file that a service names. */
const SOURCES: Readonly<Record<string, string>> = {
  'out/main/hub.js': 'main/hub.ts',
  'out/main/aisle.js': 'main/aisle.ts',
  'out/main': 'main',
  'out/renderer': 'renderer',
  'running.md': 'docs/running.md',
};

/** Whether a package has this path in its hub folder, as scripts/pack-hub.mjs makes it. */
export const isInHubFolder = (place: string): boolean => existsSync(path.join(root, SOURCES[place] ?? place));
