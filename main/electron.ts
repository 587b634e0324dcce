import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session } from 'electron';
import { BootError, boot } from './boot.ts';
import { WallClock } from './clock.ts';
import { type Config, ConfigRefused, readConfig } from './config.ts';
import { keepLastWords } from './last-words.ts';
import { openLog } from './log.ts';
import { AddressRefused, type ConsoleServer, serveConsole } from './transport/console-server.ts';
import { createDispatcher } from './transport/dispatch.ts';
import { serveIpc } from './transport/ipc.ts';
import { troublePages } from './trouble-page.ts';
import { focusAnyWindow, openWindow } from './window.ts';
import { menuTemplate } from './window-menu.ts';
import { consolePages, madePages } from './window-pages.ts';
import { confinePages, denyPermissions, isConsole, SCHEME } from './window-security.ts';

/** The desk in Electron. Reads in the order of starting, then of quitting. */
const preload = join(import.meta.dirname, '../preload/preload.cjs');
const consoleRoot = join(import.meta.dirname, '../renderer');

// The store holds passengers' names: what this process writes, nobody else on this computer may read.
process.umask(0o077);
// Both must be said before Electron is ready, so nothing may be waited for above them.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
confinePages(app);

const config = readOwnConfig();
if (config && !app.requestSingleInstanceLock()) app.quit();
else if (config) {
  app.on('second-instance', focusAnyWindow);
  app
    .whenReady()
    .then(() => onReady(config))
    .catch(giveUp);
}

function readOwnConfig(): Config | undefined {
  try {
    const usual = join(app.getPath('userData'), 'store');
    const read = readConfig({ args: process.argv.slice(1), env: process.env, amongOthers: true, dataDir: usual });
    // The lock of a single instance lies in this folder; another store may be open beside the usual one.
    if (read.dataDir !== usual) app.setPath('userData', join(read.dataDir, 'window'));
    return read;
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    refuseToStart(error);
    return undefined;
  }
}

/** Started with something that Aisle cannot follow: one sentence where it was typed, and the end. */
function refuseToStart(error: ConfigRefused): void {
  process.stderr.write(`${error.message}\n`);
  app.exit(2);
}

async function onReady(config: Config): Promise<void> {
  const { dataDir, mode, desk: deskName, home, host, port } = config;
  denyPermissions(session.defaultSession);
  const log = openLog({ file: join(dataDir, 'aisle.log') });
  keepLastWords(log);
  const clock = new WallClock({ noticed: (byMs) => log.warn({ byMs }, `The computer's clock moved by ${Math.round(byMs / 1_000)} s.`) });

  let booted: Awaited<ReturnType<typeof boot>>;
  try {
    booted = await boot({ dataDir, ...(mode ? { mode } : {}), desk: deskName, home, clock, log });
  } catch (error) {
    clock.close();
    if (error instanceof ConfigRefused) return refuseToStart(error);
    if (!(error instanceof BootError)) throw error;
    return explain(error);
  }

  const { desk, methods, onNotice } = booted;
  const dispatcher = createDispatcher({ desk, methods, log });
  const ipc = serveIpc({ ipcMain, desk, dispatcher, onNotice, isConsole });
  protocol.handle(SCHEME, consolePages(consoleRoot));
  const newWindow = () => void openWindow({ preload, packaged: app.isPackaged, meet: (window) => ipc.welcome(window.webContents) });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ mac: process.platform === 'darwin', packaged: app.isPackaged, newWindow })),
  );
  newWindow();

  // Somebody who names a port wants browsers to join this desk.
  const server = port === undefined ? undefined : await serveBrowsers({ host, port, root: consoleRoot, desk, dispatcher, onNotice });

  // While it slept nothing came due; now it may have.
  powerMonitor.on('resume', () => {
    clock.look();
    booted.wake();
  });
  // On macOS a program goes on without windows; a click on its icon opens one.
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  quitInOrder(async () => {
    await booted.close();
    await server?.close();
    ipc.close();
    clock.close();
    log.close();
  });
}

async function serveBrowsers(options: Parameters<typeof serveConsole>[0]): Promise<ConsoleServer | undefined> {
  try {
    const server = await serveConsole(options);
    process.stdout.write(`Browsers can join at ${server.address}\n`);
    return server;
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    // The window works without it.
    dialog.showErrorBox('Browsers cannot join this desk', error.message);
    return undefined;
  }
}

/** A window that says what is wrong and what to do; closing it ends Aisle. */
function explain(error: BootError): void {
  process.stderr.write(`${error.sentence} ${error.advice}\n`);
  protocol.handle(SCHEME, madePages(troublePages(error)));
  Menu.setApplicationMenu(null);
  openWindow({ preload, packaged: app.isPackaged });
  app.on('window-all-closed', () => app.exit(1));
}

/**
 * Windows close first, and may still say no. Only then is the store closed: it refuses what is new, finishes what it
 * was given, and then the process ends. A quit that is forced loses nothing that was acknowledged.
 */
function quitInOrder(drain: () => Promise<void>): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    drain().then(() => app.exit(0), giveUp);
  });
}

function giveUp(error: unknown): void {
  process.stderr.write(`Aisle has to stop: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  app.exit(1);
}
