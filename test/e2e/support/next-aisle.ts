import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROTOCOL_VERSION } from '../../../shared/contract.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** In the file of a folder that has it once, and in no other. */
function replaceOnce(folder: string, what: RegExp, by: string): void {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name))
    .filter((file) => what.test(readFileSync(file, 'utf8')));
  const [file] = found;
  if (!file || found.length > 1) throw new Error(`${what} stands in ${found.length} files of ${folder}`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(what, by));
}

/** A browser keeps a script for ever under its name, so another one has another. */
function renameFiles(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && /\.(js|html)$/.test(one.name),
  );
  const scripts = files.filter(({ name }) => name.endsWith('.js')).map(({ name }) => name.slice(0, -'.js'.length));
  for (const { parentPath, name } of files) {
    const file = path.join(parentPath, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      scripts.reduce((all, script) => all.replaceAll(`${script}.js`, `${script}-next.js`), text),
    );
    if (name.endsWith('.js')) renameSync(file, file.replace(/\.js$/, '-next.js'));
  }
}

/** The built Aisle once more, hub and pages, as if its next version spoke another protocol. It lies where it finds the libraries. */
export class NextAisle {
  readonly #folder: string;

  constructor() {
    const results = path.join(ROOT, 'test-results');
    mkdirSync(results, { recursive: true });
    this.#folder = mkdtempSync(path.join(results, 'next-aisle-'));
    cpSync(path.join(ROOT, 'out'), path.join(this.#folder, 'out'), { recursive: true });
    const next = PROTOCOL_VERSION + 1;
    replaceOnce(path.join(this.#folder, 'out/main'), new RegExp(`protocol: ${PROTOCOL_VERSION},`), `protocol: ${next},`);
    // The pages compare it, and say by it who is newer.
    replaceOnce(path.join(this.#folder, 'out/renderer/assets'), new RegExp(`protocol!==${PROTOCOL_VERSION}\\)`), `protocol!==${next})`);
    replaceOnce(path.join(this.#folder, 'out/renderer/assets'), new RegExp(`>${PROTOCOL_VERSION}\\?\`newer\``), `>${next}?\`newer\``);
    renameFiles(path.join(this.#folder, 'out/renderer'));
  }

  /** What Node runs. */
  get hub(): string {
    return path.join(this.#folder, 'out/main/hub.js');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
