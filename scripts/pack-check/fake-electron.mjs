import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseVersion } from '@electron/fuses';

/** What Electron's fuses are found by in its program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

/**
 * A folder with all that electron-builder looks for in an Electron for Linux, around a program that does nothing: so the packing
 * itself can be checked where Electron cannot be downloaded.
 * @param {string} folder
 * @param {string} version
 */
export function makeFakeElectron(folder, version) {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const wire = [Number(FuseVersion.V1), FUSES, ...Array.from({ length: FUSES }, () => FuseState.INHERIT)];
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from(SENTINEL), Buffer.from(wire)]), { mode: 0o755 });
  writeFileSync(path.join(folder, 'version'), version);
  writeFileSync(path.join(folder, 'LICENSE'), '');
  writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '');
  writeFileSync(path.join(folder, 'locales/en-US.pak'), '');
  writeFileSync(path.join(folder, 'resources/default_app.asar'), emptyArchive());
}

/** An asar's header is a length-prefixed JSON in two Chromium pickles. */
function emptyArchive() {
  const json = Buffer.from(JSON.stringify({ files: {} }));
  const padded = Math.ceil(json.length / 4) * 4;
  const archive = Buffer.alloc(16 + padded);
  archive.writeUInt32LE(4, 0);
  archive.writeUInt32LE(8 + padded, 4);
  archive.writeUInt32LE(4 + padded, 8);
  archive.writeUInt32LE(json.length, 12);
  json.copy(archive, 16);
  return archive;
}
