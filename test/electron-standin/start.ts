import { app } from './app.ts';
import { startChromium } from './chromium.ts';
import { DevTools } from './devtools.ts';
import { runningApp } from './running-app.ts';
import { closeRegistration } from './schemes.ts';
import { WebContents } from './web-contents.ts';

/** After the app's first lines have run: starts Chromium, tells Playwright where it is, and makes the app ready. */
export async function start() {
  const chromium = await startChromium(app.chromiumSwitches());
  // Also after an uncaught exception.
  process.on('exit', chromium.end);
  chromium.process.on('exit', () => app.exit(1));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());

  const devtools = await DevTools.connect(chromium.url);
  runningApp.devtools = devtools;
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  devtools.on('Target.targetDestroyed', ({ targetId }) => {
    WebContents.fromDevToolsTargetId(String(targetId))?.getOwnerBrowserWindow().destroy();
  });
  process.stderr.write(`\nDevTools listening on ${chromium.url}\n`);
  closeRegistration();
  app.becomeReady();
}
