import { join } from 'node:path';
import { BootError, boot } from './boot/boot.ts';
import { type Config, ConfigRefused, PORT_DEFAULT, readConfig } from './boot/config.ts';
import { migrationProgress } from './boot/migration-progress.ts';
import { hubUsage } from './boot/options.ts';
import { pairText, reachText } from './boot/reach-text.ts';
import { type StartedLog, startLog } from './boot/start-log.ts';
import { serveStarting } from './boot/starting-page.ts';
import { troublePages } from './boot/trouble-page.ts';
import { watchRoutes } from './health/health-routes.ts';
import { isLocalHost } from './hub/caller.ts';
import { smallYoungHeaps } from './threads/young-heap.ts';
import { AddressRefused, serveConsole, servePages } from './transport/console-server.ts';

/** The hub without Electron: serves the console to browsers. Reads in the order of starting, then of stopping. */
const consoleRoot = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../out/renderer' : '../renderer');

// The store holds passengers' names. Nobody else on this computer may read what this process writes.
process.umask(0o077);
smallYoungHeaps();
try {
  requireNode24();
  if (process.argv.includes('--help')) process.stdout.write(`${hubUsage()}\n`);
  else await start(ownHub(readConfig({ args: process.argv.slice(2), env: process.env, starts: true })));
} catch (error) {
  if (!(error instanceof ConfigRefused || error instanceof AddressRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof ConfigRefused ? 2 : 1;
}

function requireNode24(): void {
  const major = Number(process.versions.node.split('.')[0]);
  // On an older Node the SQLite driver ends the process without a message.
  if (major < 24) throw new ConfigRefused(`Aisle needs Node 24, and this is Node ${process.versions.node}. Start it with: npm start`);
}

/** A hub without a window cannot be the console of another. */
function ownHub(config: Config): Config {
  if (!config.farHub) return config;
  throw new ConfigRefused(
    `--hub and AISLE_HUB are for a console with a window. Open ${config.farHub.origin} in a browser, or leave them out.`,
  );
}

async function start(config: Config): Promise<void> {
  const { log, clock } = startLog(config);

  let reopening = Promise.resolve();
  // A backup takes the store's place. Consoles lose this hub and find the next one at the same address.
  const reopen = () => {
    reopening = (async () => {
      await open?.close('reopen');
      const port = open?.port;
      open = undefined;
      open = await openHub(port === undefined ? config : { ...config, port }, { log, clock, reopen });
    })();
    reopening.catch(giveUp);
  };
  let open: OpenHub | undefined;
  const opening = openHub(config, { log, clock, reopen });
  // From the start on: whoever reads that it is ready may stop it at once. While it opens, it stops once it is open.
  onStopAsked(async () => {
    await opening.catch(() => {});
    await reopening;
    // New commands are refused, those under way are done and answered, the store is closed, and then the consoles are told.
    await open?.close('quit');
    clock.close();
    log.info({}, 'Stopped.');
    log.close();
  });
  try {
    open = await opening;
  } catch (error) {
    clock.close();
    throw error;
  }
}

interface OpenHub {
  readonly port: number;
  close(why: 'quit' | 'reopen'): Promise<void>;
}

type Around = Pick<Parameters<typeof boot>[0], 'clock' | 'reopen'> & { readonly log: StartedLog['log'] };

async function openHub(config: Config, { log, clock, reopen }: Around): Promise<OpenHub | undefined> {
  const { dataDir, backupsDir, mode, desk: deskName, home, said, host } = config;
  const starting = await serveStarting(host, config.port ?? PORT_DEFAULT);
  const port = starting?.port ?? config.port ?? PORT_DEFAULT;
  const progress = migrationProgress((sentence) => process.stdout.write(`${sentence}\n`));
  const migrating = (done: number, total: number) => {
    starting?.tell(total === 0 ? 'migrating' : `migrating, ${Math.floor((100 * done) / total)} %`);
    progress(done, total);
  };
  const around = { clock, log, migrating, reopen, starting: (standing: 'reading' | 'settling') => starting?.tell(standing) };
  let booted: Awaited<ReturnType<typeof boot>>;
  try {
    booted = await boot({ dataDir, backupsDir, ...(mode ? { mode } : {}), desk: deskName, home, said, ...around });
  } catch (error) {
    await starting?.close();
    if (!(error instanceof BootError)) throw error;
    return explain(error, { host, port, log });
  }

  const { hub, dispatcher, live, identity, onNotice, routes } = booted;
  const secure = await booted.certificate(host);
  await starting?.close();
  let server: Awaited<ReturnType<typeof serveConsole>>;
  try {
    server = await serveConsole({ host, port, root: consoleRoot, hub, dispatcher, live, identity, onNotice, routes, secure });
  } catch (error) {
    secure?.close();
    await booted.close('reopen');
    throw error;
  }
  booted.listensAt(() => server.farAddress);
  process.stdout.write(`Aisle is ready at ${server.address}\n`);
  const reach = reachText(server.farAddress, identity.fingerprint);
  if (reach) {
    process.stdout.write(`${reach}\n${pairText(server.address)}\n`);
    log.info({ host }, reach);
  }
  return {
    port: portOf(server.address),
    async close(why) {
      await booted.close(why);
      await server.close();
      secure?.close();
    },
  };
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

/**
 * Serves a page that says what is wrong and what to do, until somebody stops the hub. It does not exit, because a service manager would
 * start it again and again, and it would fail each time. Its own computer alone is shown it: there is nothing to encrypt it with.
 */
async function explain(
  error: BootError,
  { host, port, log }: Pick<Config, 'host'> & Pick<Around, 'log'> & { readonly port: number },
): Promise<OpenHub | undefined> {
  process.stderr.write(`${error.sentence} ${error.advice}\n`);
  process.exitCode = 1;
  // The other Aisle has the address and can be used.
  if (error.kind === 'in-use') return undefined;
  const server = await servePages({ host, port, made: troublePages(error), routes: watchRoutes(() => 'stopped') });
  const others = isLocalHost(host) ? '' : ' Other computers are not answered until it is mended.';
  process.stdout.write(`What to do is shown at ${server.address}${others && ` on this computer.${others}`}\n`);
  log.error({ problem: error.sentence, address: server.address }, `Aisle cannot start.${others}`);
  return { port: portOf(server.address), close: () => server.close() };
}

function giveUp(error: unknown): void {
  process.stderr.write(`Aisle could not open again: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** Stops at the first signal. A second signal, while stopping hangs, ends the process at once. */
function onStopAsked(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping && signal === 'SIGINT') process.exit(130);
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(process.exitCode ?? 0),
        (error: unknown) => {
          process.stderr.write(`Aisle did not stop cleanly: ${error instanceof Error ? error.message : error}\n`);
          process.exit(1);
        },
      );
    });
  }
}
