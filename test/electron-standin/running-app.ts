import type { DevTools } from './devtools.ts';

export interface AppManifest {
  readonly name: string;
  readonly version: string;
  readonly productName?: string;
  readonly main?: string;
}

/** The one app that this process stands in for; boot.ts fills it before the app's first line runs, start.ts adds the browser. */
export const runningApp: { appPath: string; manifest: AppManifest; args: readonly string[]; devtools: DevTools | undefined } = {
  appPath: '',
  manifest: { name: '', version: '' },
  args: [],
  devtools: undefined,
};

export function devtools(): DevTools {
  if (!runningApp.devtools) throw new Error('stand-in: the app is not ready');
  return runningApp.devtools;
}
