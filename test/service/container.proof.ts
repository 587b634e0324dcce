import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HUB_ENV, HUB_FLAGS } from '../../scripts/start/hub-flags.mjs';
import { root } from '../tidy/project-files.ts';
import { type ContainerStep, containerStages, execForm } from './container-file.ts';

// There may be no container runtime here. So the steps of the container file are done in a folder, one by one, and the hub is started from it.
const KNOWN = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'VOLUME', 'ENV', 'USER', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'CMD'];
const stages = containerStages();
const [packages = [], hub = []] = stages;
const textOfStep = (name: string): string => hub.find((step) => step.name === name)?.text ?? '';
const env = Object.fromEntries(
  textOfStep('ENV')
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);

/** Nobody in particular: the user of the container is no root, and neither is who runs this test elsewhere. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;

describe('the container file', () => {
  it('has known steps, and what a hub needs', () => {
    expect(stages.flat().filter(({ name }) => !KNOWN.includes(name))).toEqual([]);
    expect(
      stages.flat().filter(({ name, text }) => name === 'FROM' && !/^docker\.io\/library\/node:24-[\w-]+( AS \w+)?$/.test(text)),
    ).toEqual([]);
    expect(textOfStep('USER')).toBe('node');
    expect(textOfStep('STOPSIGNAL')).toBe('SIGTERM');
    expect(textOfStep('EXPOSE')).toBe(env.AISLE_PORT);
    expect(env.AISLE_DATA?.startsWith(`${textOfStep('VOLUME')}/`)).toBe(true);
    expect(env.AISLE_BACKUPS?.startsWith(`${textOfStep('VOLUME')}/`)).toBe(true);
    expect(execForm(textOfStep('CMD')).slice(0, -1)).toEqual(['node', ...HUB_FLAGS]);
    expect(env).toMatchObject(HUB_ENV);
  });
});

describe('the steps of the container file, done in a folder', () => {
  let work = '';
  let image = '';
  const children: ChildProcess[] = [];

  beforeAll(() => {
    work = mkdtempSync(path.join(tmpdir(), 'aisle-container-'));
    chmodSync(work, 0o755);
    image = path.join(work, 'image');
    const builder = path.join(work, 'packages');
    for (const step of packages) build(step, builder);
    for (const step of hub) build(step, image, { packages: builder });
    seal(image);
  });
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    spawnSync('chmod', ['-R', 'u+w', work]);
    rmSync(work, { recursive: true, force: true });
  });

  function build(step: ContainerStep, to: string, from: Readonly<Record<string, string>> = {}): void {
    const place = (name: string) => path.join(to, name.startsWith('/') ? name : path.join('/opt/aisle', name));
    if (step.name === 'WORKDIR') mkdirSync(place(step.words[0] ?? ''), { recursive: true });
    if (step.name === 'RUN') run(step.text, place('.'));
    if (step.name !== 'COPY') return;
    const target = step.words.at(-1) ?? '';
    for (const source of step.words.slice(0, -1)) {
      const base = step.options.from === undefined ? root : (from[step.options.from] ?? '');
      const intoFolder = target.endsWith('/') ? path.join(place(target), path.basename(source)) : place(target);
      cpSync(path.join(base, source), intoFolder, { recursive: true });
    }
  }

  /** `npm ci` needs a registry. So npm only says here what it would install, and the packages are taken from where they are installed. */
  function run(command: string, cwd: string): void {
    if (command.startsWith('install -d ')) return void mkdirSync(path.join(work, 'volume'));
    expect(command).toMatch(/^npm ci .*--ignore-scripts/);
    const asked = spawnSync('npm', [...command.split(' ').slice(1), '--dry-run', '--offline'], { cwd, encoding: 'utf8' });
    const added = [...asked.stdout.matchAll(/^add (\S+) /gm)].map(([, name]) => name ?? '').sort();
    expect(added, asked.stderr).toEqual(['better-sqlite3', 'node-addon-api']);
    for (const name of added) cpSync(path.join(root, 'node_modules', name), path.join(cwd, 'node_modules', name), { recursive: true });
  }

  /** The root of the container is read-only; the volume belongs to its user. */
  function seal(folder: string): void {
    spawnSync('chmod', ['-R', 'a-w,a+rX', folder]);
    if (asRoot) chownSync(path.join(work, 'volume'), NOBODY, NOBODY);
  }

  /** What the health check of the container ends with. */
  function healthy(port: string): number | null {
    const [, ...args] = execForm(textOfStep('HEALTHCHECK'));
    return spawnSync(process.execPath, args, { env: { ...env, AISLE_PORT: port } }).status;
  }

  it('make a hub that starts as no root on a read-only folder, says how it is, and stops in order', async () => {
    const [program = '', ...args] = execForm(textOfStep('CMD'));
    expect(program).toBe('node');
    const cwd = path.join(image, 'opt/aisle');
    const inVolume = (place: string | undefined) => path.join(work, 'volume', path.relative(textOfStep('VOLUME'), place ?? ''));
    const child = spawn(process.execPath, args, {
      cwd,
      env: {
        ...env,
        AISLE_PORT: '0',
        AISLE_HOST: '127.0.0.1',
        AISLE_DATA: inVolume(env.AISLE_DATA),
        AISLE_BACKUPS: inVolume(env.AISLE_BACKUPS),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    children.push(child);
    let said = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data;
        const found = /^Aisle is ready at (\S+)$/m.exec(said)?.[1];
        if (found) resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then(() => reject(new Error(said)));
    });
    expect(await (await fetch(address)).text()).toContain('<title>Aisle</title>');
    expect(healthy(new URL(address).port)).toBe(0);
    expect(statSync(cwd).mode & 0o222).toBe(0);
    child.kill('SIGTERM');
    expect(await ended, said).toBe(0);
    expect(healthy(new URL(address).port)).toBe(1);
    expect(readdirSync(path.join(work, 'volume'))).toContain('store');
  });
});
