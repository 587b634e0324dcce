// A tiny app whose answers are those that Electron documents; the probe asks for them.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, BrowserWindow, ipcMain, protocol, safeStorage } from 'electron';

const log = [];
const say = () => console.error(`LOG ${log.join(' ')}`);

function errorOf(work) {
  try {
    work();
    return '';
  } catch (error) {
    return error.message;
  }
}

globalThis.probe = {
  tooEarly: errorOf(() => new BrowserWindow()),
  lockedTooEarly: [errorOf(() => safeStorage.encryptString('a')), errorOf(() => safeStorage.decryptString(Buffer.from('v10a')))],
};
globalThis.probe.isFirst = app.requestSingleInstanceLock();
globalThis.probe.calls = [];
app.on('second-instance', (_event, argv) => globalThis.probe.calls.push(argv.at(-1)));
if (!globalThis.probe.isFirst) app.exit(7);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.on('before-quit', () => log.push('before-quit'));
app.on('will-quit', () => {
  log.push('will-quit');
  say();
});
app.on('window-all-closed', () => {
  log.push('window-all-closed');
  app.quit();
});

app.whenReady().then(() => {
  protocol.handle('app', (request) => {
    const policy = "default-src 'self'; script-src 'self'";
    const page = `<h1>hi</h1><iframe src="about:blank"></iframe><script>window.inline = true</script><a href="${request.url}">self</a>`;
    return new Response(page, { headers: { 'content-type': 'text/html', 'content-security-policy': policy } });
  });
  ipcMain.handle('ok', (event, value) => ({ value, url: event.senderFrame.url }));
  ipcMain.handle('bad', () => {
    throw new Error('inner');
  });
  ipcMain.handle('thread', () => {
    const worker = new Worker(path.join(import.meta.dirname, 'counting-thread.mjs'));
    return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  });
  globalThis.probe.secondHandler = errorOf(() => ipcMain.handle('ok', () => 1));

  const window = new BrowserWindow({ webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs') } });
  const visited = [];
  globalThis.probe.visited = visited;
  window.webContents.on('will-navigate', (event, url) => {
    visited.push(url);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    visited.push(`open ${url}`);
    return { action: 'deny' };
  });
  let asked = false;
  window.on('close', (event) => {
    log.push(asked ? 'close' : 'close-prevented');
    if (!asked) event.preventDefault();
    asked = true;
  });
  window.loadURL('app://ui/x');
});
