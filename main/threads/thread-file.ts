import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where a thread's code lies: beside the bundle when Aisle is built, beside this file when it runs from the sources. Inside a
 * packed app the path leads past app.asar, because threads do not read archives as the main thread does.
 */
export function threadFile(name: string): string {
  const built = fileURLToPath(new URL(`./${name}.js`, import.meta.url))
    .replace('app.asar/', 'app.asar.unpacked/')
    .replace('app.asar\\', 'app.asar.unpacked\\');
  return existsSync(built) ? built : fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
}
