import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

// Processes and threads of the tests load the sources, and Node strips their types each time. With this it does so once for each file.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  plugins: [react()],
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    allowOnly: false,
    globalSetup: 'test/renderer/support/run/provide-samples.ts',
    // The machine is there to be used: by itself Vitest leaves one core idle, which is half of a small one.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A busy machine takes its time; a test that hangs is still found. Hooks make stores, and what is polled comes over a socket.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // Tests start threads from the sources, and Node strips the types in each with WebAssembly of its own. V8 now and then ends the process
    // when one thread compiles such a call again while another thread ends, so here it compiles each of them once. The product is bundled.
    // With more room for young objects less time goes to collecting them: an eighth of what the console's tests took.
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000', '--max-semi-space-size=64'],
    // A new process for each file spends more time on loading libraries than on tests. So the files of a project share two processes, and
    // yet none finds what another left: `core` has test/support/fresh-modules.ts, `console` has a page and all modules for each file.
    projects: [
      {
        extends: true,
        test: {
          ...{ name: 'core', environment: 'node', include: ['test/**/*.test.ts'] },
          ...{ isolate: false, setupFiles: ['test/support/fresh-modules.ts'] },
        },
      },
      {
        extends: true,
        test: {
          ...{ name: 'console', include: ['test/**/*.test.tsx'], pool: 'vmForks', environment: 'happy-dom' },
          setupFiles: ['wait-longer', 'no-owner-stacks', 'end-second-enter'].map((name) => `test/renderer/support/${name}.ts`),
          // The smallest screen on which the console has its wide layout.
          environmentOptions: { happyDOM: { width: 1280, height: 800 } },
        },
      },
      // What takes its time: whole processes and stores, simulations, kills and fuzzing.
      // The longest took 144 s beside other work.
      {
        extends: true,
        test: { name: 'proof', environment: 'node', include: ['test/**/*.proof.ts'], testTimeout: 400_000, hookTimeout: 400_000 },
      },
      // What takes longer still and runs when it is asked for: npm run prove -- --long
      { extends: true, test: { name: 'long', environment: 'node', include: ['test/**/*.long.ts'] } },
    ],
  },
});
