import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  type SaveDialogOptions,
  safeStorage,
  session,
  type WebContents,
} from 'electron';
import { SYSTEM } from './actor.ts';
import { newestBackup } from './backup/newest-backup.ts';
import { BootError, boot } from './boot/boot.ts';
import { chooseMode, storeFile } from './boot/choose-mode.ts';
import { type Config, ConfigRefused, readConfig } from './boot/config.ts';
import { migrationProgress } from './boot/migration-progress.ts';
import { reachText } from './boot/reach-text.ts';
import { replaceStore } from './boot/replace-store.ts';
import { startLog } from './boot/start-log.ts';
import { migrationPages, troublePages } from './boot/trouble-page.ts';
import type { WallClock } from './hub/clock.ts';
import { Link } from './link/link.ts';
import { AddressRefused, type ConsoleServer, serveConsole } from './transport/console-server.ts';
import { type IpcTransport, serveIpc } from './transport/ipc.ts';
import { PassengerWindow } from './window/passenger-window.ts';
import { servePdf } from './window/save-pdf.ts';
import { serveLink } from './window/serve-link.ts';
import { focusAnyWindow, openWindow, type WindowOptions } from './window/window.ts';
import { menuTemplate } from './window/window-menu.ts';
import { consolePages, madePages } from './window/window-pages.ts';
import { confinePages, denyPermissions, isConsole, SCHEME } from './window/window-security.ts';

/** The hub and its window in Electron. Reads in the order of starting, then of quitting. */
const preload = join(import.meta.dirname, '../preload/preload.cjs');
const consoleRoot = join(import.meta.dirname, '../renderer');

// The store holds passengers' names. Nobody else on this computer may read what this process writes.
process.umask(0o077);
// Both must be called before Electron is ready, so nothing above them may take time.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
confinePages(app, () => showPassenger());

/** Set once there is a hub that could show something. */
let showPassenger = (): void => {};

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
    else if (read.farHub) app.setPath('userData', join(app.getPath('userData'), 'far-hub'));
    return read;
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    refuseToStart(error);
    return undefined;
  }
}

/** Aisle was told what it cannot use. Says so where it was typed, and on the screen for whom clicked an icon, and ends. */
function refuseToStart(error: ConfigRefused): void {
  process.stderr.write(`${error.message}\n`);
  if (app.isPackaged) dialog.showErrorBox('Aisle cannot start', error.message);
  app.exit(2);
}

async function onReady(config: Config): Promise<void> {
  denyPermissions(session.defaultSession);
  if (config.farHub) return showFarHub(config.farHub);
  const { log, clock } = startLog(config);

  let reopening = Promise.resolve();
  // A backup takes the store's place. The windows stay, and their pages are loaded again from the hub that opens then.
  const reopen = () => {
    reopening = (async () => {
      await open?.close('reopen');
      open = await openHub(config, { log, clock, reopen });
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    })();
    reopening.catch(giveUp);
  };
  let open = await openHub(config, { log, clock, reopen });
  if (!open) return;

  serveLink({ ipcMain, isConsole, link: undefined });
  if (migrationWindow) protocol.unhandle(SCHEME);
  showConsole({ preload, packaged: app.isPackaged, meet: (window) => open?.ipc.welcome(window.webContents) });
  endMigration();

  // No timer rang while the computer slept, so holds may be due now.
  powerMonitor.on('resume', () => {
    clock.look();
    open?.wake();
  });
  quitInOrder(async () => {
    await reopening;
    await open?.close('quit');
    clock.close();
    log.close();
  });
}

/** The console of a hub on another computer. No store is opened here and no port; what is kept is the key of this desk. */
function showFarHub(address: URL): void {
  const file = join(app.getPath('userData'), 'far-hub.json');
  serveLink({ ipcMain, isConsole, link: new Link({ address, file, safe: safeStorage }) });
  showConsole({ preload, packaged: app.isPackaged });
}

/** Opens the first window, and others when they are asked for. */
function showConsole(options: WindowOptions): void {
  const passenger = new PassengerWindow(options);
  const newWindow = () => void openWindow(options).once('closed', () => passenger.closeWithLastConsole());
  showPassenger = () => passenger.show();
  protocol.handle(SCHEME, consolePages(consoleRoot));
  servePdf({ ipcMain, isConsole, folder: () => app.getPath('documents'), ask: askWhere });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ mac: process.platform === 'darwin', packaged: app.isPackaged, newWindow, showPassenger })),
  );
  newWindow();
  // On macOS a program keeps running without windows. A click on its icon opens one.
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
}

interface OpenHub {
  readonly ipc: IpcTransport;
  wake(): void;
  close(why: 'quit' | 'reopen'): Promise<void>;
}

type Around = Pick<Parameters<typeof boot>[0], 'clock' | 'log' | 'reopen'>;

/** Undefined when it cannot be opened; a window then says why. */
async function openHub(config: Config, { log, clock, reopen }: Around): Promise<OpenHub | undefined> {
  const { dataDir, backupsDir, mode, desk: deskName, home, host, port } = config;
  let booted: Awaited<ReturnType<typeof boot>>;
  try {
    const migrating = migrationProgress(showMigration);
    booted = await boot({ dataDir, backupsDir, ...(mode ? { mode } : {}), desk: deskName, home, clock, log, migrating, reopen });
  } catch (error) {
    if (error instanceof BootError && (await putBackInstead(config, error, clock))) return openHub(config, { log, clock, reopen });
    clock.close();
    if (error instanceof ConfigRefused) refuseToStart(error);
    else if (error instanceof BootError) explain(error);
    else throw error;
    return undefined;
  }
  const { hub, dispatcher, live, identity, onNotice, routes } = booted;
  const ipc = serveIpc({ ipcMain, hub, dispatcher, live, identity, onNotice, isConsole });
  for (const window of BrowserWindow.getAllWindows()) ipc.welcome(window.webContents);
  const secure = port === undefined ? undefined : await booted.certificate(host);
  // A port was given, so browsers may join this hub.
  const server =
    port === undefined
      ? undefined
      : await serveBrowsers({ host, port, root: consoleRoot, hub, dispatcher, live, identity, onNotice, routes, secure });
  if (server) booted.listensAt(() => server.farAddress);
  return {
    ipc,
    wake: () => booted.wake(),
    async close(why) {
      await booted.close(why);
      await server?.close();
      secure?.close();
      ipc.close();
    },
  };
}

async function serveBrowsers(options: Parameters<typeof serveConsole>[0]): Promise<ConsoleServer | undefined> {
  try {
    const server = await serveConsole(options);
    process.stdout.write(`Browsers can join at ${server.address}\n`);
    const reach = reachText(server.farAddress, options.identity.fingerprint);
    if (reach) process.stdout.write(`${reach}\n`);
    return server;
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    // The window works without it.
    dialog.showErrorBox('Browsers cannot join this hub', error.message);
    return undefined;
  }
}

/** Where a file goes, asked in front of the window that saves it. */
function askWhere(contents: WebContents, options: SaveDialogOptions): ReturnType<typeof dialog.showSaveDialog> {
  const window = BrowserWindow.fromWebContents(contents);
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
}

/** Offers to restore the newest backup of a damaged store. True when it was restored. */
async function putBackInstead(config: Config, error: BootError, clock: WallClock): Promise<boolean> {
  const { dataDir, backupsDir } = config;
  if (error.kind !== 'corrupt') return false;
  const mode = chooseMode(dataDir, config.mode);
  const store = storeFile(dataDir, mode);
  const newest = await newestBackup(backupsDir, store, mode);
  if (!newest) return false;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: error.sentence,
    detail: `${newest.sentence} What was sold after it is in the damaged store alone, which is kept.`,
    buttons: ['Put the backup back', 'Change nothing'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response !== 0) return false;
  const wanted = { store, mode, from: newest.file, folder: backupsDir, by: SYSTEM, at: clock.now() };
  const replaced = await replaceStore({ ...wanted, signal: new AbortController().signal, progress: () => {} });
  if (!replaced.ok) dialog.showErrorBox('The backup was not put back', `${replaced.refusal.message} ${replaced.refusal.next}`);
  return replaced.ok;
}

/** While an older store is brought to this version there is no console yet. A window says so, and how far it has come. */
let migrationWindow: BrowserWindow | undefined;

function showMigration(sentence: string): void {
  if (!migrationWindow) {
    protocol.handle(SCHEME, madePages(migrationPages()));
    migrationWindow = openWindow({ preload, packaged: app.isPackaged });
  }
  migrationWindow.setTitle(sentence);
}

/** The console's own window is open now. */
function endMigration(): void {
  migrationWindow?.destroy();
  migrationWindow = undefined;
}

/** A window that says what is wrong and what to do; closing it ends Aisle. */
function explain(error: BootError): void {
  process.stderr.write(`${error.sentence} ${error.advice}\n`);
  // The console of a hub that could not be opened again is served no longer.
  if (protocol.isProtocolHandled(SCHEME)) protocol.unhandle(SCHEME);
  protocol.handle(SCHEME, madePages(troublePages(error)));
  Menu.setApplicationMenu(null);
  openWindow({ preload, packaged: app.isPackaged });
  app.on('window-all-closed', () => app.exit(1));
}

/**
 * Windows close first, and a window may still refuse. Then the store is closed: it refuses new commands, finishes those that it has, and
 * the process ends. A forced quit loses nothing that was acknowledged.
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
