import { findElectron } from '../../scripts/find-electron.mjs';
import { hasDisplay } from '../../scripts/has-display.mjs';

/**
 * Points Playwright at the stand-in where the real Electron is not there or could show no window.
 * @returns What the run says about it.
 */
export function chooseElectron(root: string): { real: boolean; sentence: string } {
  const real = findElectron(root);
  const isStandin = process.env.ELECTRON_OVERRIDE_DIST_PATH === import.meta.dirname;
  if (real && !isStandin && hasDisplay()) return { real: true, sentence: `End-to-end tests run on the real Electron (${real}).` };
  process.env.ELECTRON_OVERRIDE_DIST_PATH = import.meta.dirname;
  return { real: false, sentence: 'End-to-end tests run on the stand-in for Electron (test/electron-standin).' };
}
