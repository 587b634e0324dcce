import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The Electron program that is already here: the one of ELECTRON_OVERRIDE_DIST_PATH, else the one downloaded into the npm package.
 * @param {string} root
 * @returns {string | undefined} Its path.
 */
export function findElectron(root) {
  const folder = path.join(root, 'node_modules/electron');
  const listed = path.join(folder, 'path.txt');
  const name = existsSync(listed) ? readFileSync(listed, 'utf8') : 'electron';
  const program = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}
