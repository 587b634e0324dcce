import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built, the data lies in `data` beside the bundle; from source, in `data` beside this file. The same name serves both. */
const DATA = path.join(path.dirname(fileURLToPath(import.meta.url)), 'data');

/** A file that ships with Aisle. Throws when it is missing: an incomplete installation. */
export function dataFile(name: string): Buffer {
  const file = path.join(DATA, name);
  if (!existsSync(file)) throw new Error(`Aisle is not completely installed: ${name} is missing.`);
  return readFileSync(file);
}

/** The caller says the shape; the tests hold the files to it. */
export const dataJson = <Shape>(name: string): Shape => JSON.parse(dataFile(name).toString()) as Shape;

export const dataNames = (folder: string): string[] => readdirSync(path.join(DATA, folder)).sort();
