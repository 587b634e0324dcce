import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `data`: beside the bundle when Aisle is built, beside this file when it runs from the sources. */
const DATA = path.join(path.dirname(fileURLToPath(import.meta.url)), 'data');

/** A file that ships with Aisle. Throws when it is missing: an incomplete installation. */
export function dataFile(name: string): Buffer {
  const file = path.join(DATA, name);
  if (!existsSync(file)) throw new Error(`Aisle is not completely installed: ${name} is missing.`);
  return readFileSync(file);
}

/** The caller names the shape. Tests check that the files have it. */
export const dataJson = <Shape>(name: string): Shape => JSON.parse(dataFile(name).toString()) as Shape;

export const dataNames = (folder: string): string[] => readdirSync(path.join(DATA, folder)).sort();
