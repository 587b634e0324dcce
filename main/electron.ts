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
import { migrationPages, startingPages, troublePages } from './boot/trouble-page.ts';
import type { WallClock } from './hub/clock.ts';
import { Link } from './link/link.ts';
import { AddressRefused, type ConsoleServer, serveConsole } from './transport/console-server.ts';
import { type IpcTransport, serveIpc } from './transport/ipc.ts';
import { FirstWindow } from './window/first-window.ts';
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
    const read = readConfig({ args: process.argv.slice(1), env: process.env, amongOthers: true, starts: true, dataDir: usual });
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
  let open: OpenHub | undefined;
  const windows = ownWindows({ preload, packaged: app.isPackaged, meet: (window) => open?.ipc.welcome(window.webContents) });
  if (config.farHub) return showFarHub(config.farHub, windows);
  const { log, clock } = startLog(config);
  const around = { log, clock, reopen: () => reopen(), first: windows.first };

  let reopening = Promise.resolve();
  // A backup takes the store's place. The windows stay, and their pages are loaded again from the hub that opens then.
  const reopen = () => {
    reopening = (async () => {
      await open?.close('reopen');
      // It was brought to this version before it was put back.
      open = await openHub(config, around, () => {});
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    })();
    reopening.catch(giveUp);
  };
  // Until there is a console, a menu has nothing to offer.
  Menu.setApplicationMenu(null);
  windows.first.show(madePages(startingPages()));
  open = await openHub(config, around, showMigration(windows.first));
  if (!open) return;

  serveLink({ ipcMain, isConsole, link: undefined });
  showConsole(windows);

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
function showFarHub(address: URL, windows: OwnWindows): void {
  const file = join(app.getPath('userData'), 'far-hub.json');
  serveLink({ ipcMain, isConsole, link: new Link({ address, file, safe: safeStorage }) });
  showConsole(windows);
}

type OwnWindows = ReturnType<typeof ownWindows>;

function ownWindows(options: WindowOptions) {
  const passenger = new PassengerWindow(options);
  const newWindow = () => openWindow(options).once('closed', () => passenger.closeWithLastConsole());
  return { passenger, newWindow, first: new FirstWindow({ protocol, open: newWindow }) };
}

/** The first window becomes a console, and others are opened when they are asked for. */
function showConsole({ passenger, newWindow, first }: OwnWindows): void {
  showPassenger = () => passenger.show();
  servePdf({ ipcMain, isConsole, folder: () => app.getPath('documents'), ask: askWhere });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ mac: process.platform === 'darwin', packaged: app.isPackaged, newWindow, showPassenger })),
  );
  first.show(consolePages(consoleRoot));
  // On macOS a program keeps running without windows. A click on its icon opens one.
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && newWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
}

interface OpenHub {
  readonly ipc: IpcTransport;
  wake(): void;
  close(why: 'quit' | 'reopen'): Promise<void>;
}

type Around = Pick<Parameters<typeof boot>[0], 'clock' | 'log' | 'reopen'> & { readonly first: FirstWindow };
type Migrating = Parameters<typeof boot>[0]['migrating'];

/** Undefined when it cannot be opened; a window then says why. */
async function openHub(config: Config, around: Around, migrating: Migrating): Promise<OpenHub | undefined> {
  const { log, clock, reopen, first } = around;
  const { dataDir, backupsDir, mode, desk: deskName, home, said, host, port } = config;
  let booted: Awaited<ReturnType<typeof boot>>;
  try {
    booted = await boot({ dataDir, backupsDir, ...(mode ? { mode } : {}), desk: deskName, home, said, clock, log, migrating, reopen });
  } catch (error) {
    if (error instanceof BootError && (await putBackInstead(config, error, clock))) return openHub(config, around, migrating);
    clock.close();
    if (error instanceof ConfigRefused) refuseToStart(error);
    else if (error instanceof BootError) explain(error, first);
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

/** While an older store is brought to this version, the first window says so, and how far it has come. */
function showMigration(first: FirstWindow): Migrating {
  let shown = false;
  return migrationProgress((sentence) => {
    if (!shown) first.show(madePages(migrationPages()));
    shown = true;
    first.tell(sentence);
  });
}

/** A window says what is wrong and what to do; closing it ends Aisle. The console of a hub that could not be opened again is served no longer. */
function explain(error: BootError, first: FirstWindow): void {
  process.stderr.write(`${error.sentence} ${error.advice}\n`);
  Menu.setApplicationMenu(null);
  first.show(madePages(troublePages(error)));
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
