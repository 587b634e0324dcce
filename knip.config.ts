import type { KnipConfig } from 'knip';
import { PROCESS_ENTRIES, THREAD_ENTRIES } from './vite.main.config.ts';

export default {
  entry: [
    ...Object.values(PROCESS_ENTRIES),
    ...Object.values(THREAD_ENTRIES),
    'preload/preload.ts',
    'renderer/main.tsx',
    'renderer/passenger/main.tsx',
    'scripts/*.mjs',
    'test/bench/{bench,prepare}.ts',
    'test/{simulation/simulate,crash/crash,fuzz/fuzz,load/load}.ts',
    'test/load/echo-server.ts',
    'test/crash/importing-process.ts',
    'test/crash/migrating-process.ts',
    'test/e2e/support/{move-time,answer-question,hold-opening}.cjs',
    'test/support/make-quiet-training.ts',
    'test/electron-standin/boot.ts',
    'test/electron-standin/electron.ts',
    'test/electron-standin/probe-app/*.{mjs,cjs}',
  ],
  project: ['{main,preload,renderer,shared,test,scripts}/**/*.{ts,tsx,mjs,cjs}'],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
