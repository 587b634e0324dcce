// What npm run prove runs: `node scripts/prove.mjs [--long] [ARGUMENT ...]`. With --long the long proofs too; all else is for Vitest.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { followChild } from './follow-child.mjs';

const given = process.argv.slice(2);
const projects = given.includes('--long') ? ['proof', 'long'] : ['proof'];
const args = [...projects.map((name) => `--project=${name}`), ...given.filter((argument) => argument !== '--long')];
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
followChild(spawn(process.execPath, [vitest, 'run', '--outputFile.json=test-results/proof.json', ...args], { stdio: 'inherit' }));
