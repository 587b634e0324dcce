import { expect, test } from 'vitest';
import { HUB_PAGES } from '../../scripts/hub-pages.mjs';
import { textOf } from '../tidy/project-files.ts';
import { containerStages } from './container-file.ts';

test.each(HUB_PAGES)('%s of a package leads to no page that the package does not have', (page) => {
  const links = [...textOf(`docs/${page}`).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to]) => to ?? '');
  expect(links.filter((to) => !/^https?:/.test(to) && !HUB_PAGES.includes(to))).toEqual([]);
});

test('a container is built from what its steps copy, and not from the history and the packages of a repository', () => {
  const lines = textOf('build/service/Containerfile.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const taken = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const copied = containerStages()
    .flat()
    .filter(({ name, options }) => name === 'COPY' && options.from === undefined)
    .flatMap(({ words }) => words.slice(0, -1));
  expect(lines[0]).toBe('*');
  expect(taken.sort()).toEqual([...new Set(copied)].sort());
});

test('who may enter the folder of a service of Windows is said in every language', () => {
  const [command = ''] = /^icacls .*$/m.exec(textOf('docs/running.md')) ?? [];
  const granted = [...command.matchAll(/"([^":]+):\(OI\)/g)].map(([, to]) => to);
  // Administrators, the system, LocalService.
  expect(granted).toEqual(['*S-1-5-32-544', '*S-1-5-18', '*S-1-5-19']);
});
