import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The file of a thread's code: beside the bundle when Aisle is built, beside this file when it runs from the sources. In a packed app it lies
 * outside app.asar, because threads do not read archives as the main thread does.
 */
export function threadFile(name: string): string {
  const built = fileURLToPath(new URL(`./${name}.js`, import.meta.url))
    .replace('app.asar/', 'app.asar.unpacked/')
    .replace('app.asar\\', 'app.asar.unpacked\\');
  return existsSync(built) ? built : fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
}
