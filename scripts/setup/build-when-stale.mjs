import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceStamp } from '../source-stamp.mjs';
import { Sentence } from './sentence.mjs';

/**
 * @param {string} root
 * @param {string} node A Node 24.
 */
export function buildWhenStale(root, node) {
  if (stampOf(root) === sourceStamp(root)) return;
  // To stderr, so that the output of `npm run aisle -- ... --json` stays the command's own.
  const done = spawnSync(node, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Sentence('The build failed; what it said stands above.');
}

/** @param {string} root */
function stampOf(root) {
  try {
    return readFileSync(path.join(root, 'out/stamp'), 'utf8');
  } catch {
    return '';
  }
}
