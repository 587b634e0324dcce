import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runningApp } from './running-app.ts';
import { takeSingleInstance } from './single-instance.ts';
import { windows } from './window-list.ts';

/** `app`: readiness, paths, command line, and the order in which it quits. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #switches = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<object>();
  #isReady = false;
  #isQuitting = false;
  #hasInstanceLock = false;
  name = '';

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.#switches.set(name, value),
    hasSwitch: (name: string) =>
      this.#switches.has(name) || runningApp.args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      this.#switches.get(name) ??
      runningApp.args
        .find((arg) => arg.startsWith(`--${name}=`))
        ?.split('=')
        .slice(1)
        .join('=') ??
      '',
  };

  /** What the app and Playwright's loader want Chromium to be started with. */
  chromiumSwitches(): string[] {
    return [...this.#switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  }
  becomeReady() {
    this.#isReady = true;
    this.#ready.resolve({});
    this.emit('ready', {}, {});
  }
  isReady() {
    return this.#isReady;
  }
  whenReady() {
    return this.#ready.promise;
  }

  getVersion() {
    return runningApp.manifest.version;
  }
  getName() {
    return this.name || (runningApp.manifest.productName ?? runningApp.manifest.name);
  }
  setName(name: string) {
    this.name = name;
  }
  getAppPath() {
    return runningApp.appPath;
  }
  getLocale() {
    return 'en-US';
  }
  getPreferredSystemLanguages() {
    return ['en-US'];
  }
  setPath(name: string, place: string) {
    this.#paths.set(name, place);
  }
  getPath(name: string) {
    const config = this.#paths.get('appData') ?? process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config');
    const userData = this.#paths.get('userData') ?? (this.commandLine.getSwitchValue('user-data-dir') || path.join(config, this.getName()));
    const usual: Record<string, string> = {
      home: os.homedir(),
      temp: os.tmpdir(),
      appData: config,
      userData,
      sessionData: userData,
      documents: path.join(os.homedir(), 'Documents'),
      downloads: path.join(os.homedir(), 'Downloads'),
      logs: path.join(userData, 'logs'),
      exe: process.execPath,
    };
    const place = this.#paths.get(name) ?? usual[name];
    if (place === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(place, { recursive: true });
    return place;
  }

  requestSingleInstanceLock() {
    this.#hasInstanceLock ||= takeSingleInstance(this.getPath('userData'), (argv, cwd) => {
      this.emit('second-instance', {}, argv, cwd, {});
    });
    return this.#hasInstanceLock;
  }
  hasSingleInstanceLock() {
    return this.#hasInstanceLock;
  }
  releaseSingleInstanceLock() {}
  enableSandbox() {
    if (this.#isReady) throw new Error('app.enableSandbox() must be called before the app is ready');
  }
  disableHardwareAcceleration() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  setAsDefaultProtocolClient() {
    return true;
  }
  getGPUFeatureStatus() {
    return {};
  }
  focus() {}
  relaunch() {}

  get isQuitting() {
    return this.#isQuitting;
  }
  /** before-quit, then every window is asked to close, then will-quit, then quit: each of the first three can be prevented. */
  quit() {
    let prevented = false;
    const event = {
      preventDefault() {
        prevented = true;
      },
    };
    this.emit('before-quit', event);
    if (prevented) return;
    this.#isQuitting = true;
    for (const window of [...windows.values()]) {
      if (!window.close()) {
        this.#isQuitting = false;
        return;
      }
    }
    this.emit('will-quit', event);
    if (prevented) this.#isQuitting = false;
    else this.exit(0);
  }
  exit(code = 0) {
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

export const app = new App();
