// Adds up what the test runners reported: `812 passed, 0 failed`. A runner that did not end is named; its tests are not guessed.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readVitest = (/** @type {{ numPassedTests: number, numFailedTests: number }} */ report) => [
  report.numPassedTests,
  report.numFailedTests,
];

const RUNNERS = [
  { name: 'unit tests', file: 'unit.json', read: readVitest },
  { name: 'proofs', file: 'proof.json', read: readVitest },
  {
    name: 'end-to-end tests',
    file: 'e2e.json',
    read: (/** @type {{ stats: { expected: number, unexpected: number } }} */ report) => [report.stats.expected, report.stats.unexpected],
  },
];

let passed = 0;
let failed = 0;
for (const { name, file, read } of RUNNERS) {
  const report = fileURLToPath(new URL(`../test-results/${file}`, import.meta.url));
  if (!existsSync(report)) {
    console.log(`The ${name} were not run.`);
    continue;
  }
  const [good = 0, bad = 0] = read(JSON.parse(readFileSync(report, 'utf8')));
  passed += good;
  failed += bad;
}
if (passed + failed > 0) console.log(`${passed} passed, ${failed} failed`);
