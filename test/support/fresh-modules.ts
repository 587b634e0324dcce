import path from 'node:path';
import type { EvaluatedModules } from 'vite/module-runner';
import { afterAll, vi } from 'vitest';
import { assert } from '../../shared/assert.ts';

// The files of the core's tests share a process (vitest.config.ts). No file finds what another left:
// 1. The modules of the console and of the tests are loaded anew for each file, because they hold state: stores, the bridge, listeners.
// 2. The modules of the core stay, because loading them took a third of the time and they hold no state. What one keeps for the next call
//    belongs to a store or follows from the input alone; test/tidy.test.ts lets none of them have a variable that would say more.
// 3. So do the modules of test/main/support/once/: a migrated store and the reference were made anew for each file, though each says the same.
// 4. What a file changed in the process goes with it.
const root = path.resolve(import.meta.dirname, '../..');
const STAYS = ['main', 'shared', 'node_modules', 'test/main/support/once'].map((folder) => path.join(root, folder, path.sep));

// What Vitest resets by vi.resetModules(), which knows all modules or none.
type Worker = { readonly __vitest_worker__?: { readonly evaluatedModules?: EvaluatedModules } };
const loaded = (globalThis as Worker).__vitest_worker__?.evaluatedModules;
assert(loaded, 'Vitest keeps its modules elsewhere');
for (const [id, module] of loaded.idToModuleMap) {
  if (!id.startsWith(root) || STAYS.some((folder) => id.startsWith(folder))) continue;
  Object.assign(module, { promise: undefined, exports: undefined, evaluated: false });
  module.importers.clear();
}

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
