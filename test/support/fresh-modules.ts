import { afterAll, vi } from 'vitest';

// The files of the core's tests share a process (vitest.config.ts). Our modules are loaded anew for each file, and what a file changed in
// the process goes with it, so that no file finds what another left.
vi.resetModules();

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
