import { builtinModules } from 'node:module';
import { defineConfig, type UserConfig } from 'vite';

/** Files that start a process. What they share goes into common chunks beside them. */
export const PROCESS_ENTRIES = {
  electron: 'main/electron.ts',
  hub: 'main/hub.ts',
  aisle: 'main/aisle.ts',
};

/**
 * Worker threads. Each is bundled alone and needs no other file. In a packed app they lie outside app.asar, with their data and the
 * driver, because a thread does not read archives as the main thread does. Asar integrity does not cover them; that is accepted.
 */
export const THREAD_ENTRIES = {
  'writer-thread': 'main/threads/writer-thread.ts',
  'reader-thread': 'main/threads/reader-thread.ts',
  'check-thread': 'main/threads/check-thread.ts',
  'checkpoint-thread': 'main/threads/checkpoint-thread.ts',
  'import-thread': 'main/threads/import-thread.ts',
  'backup-thread': 'main/threads/backup-thread.ts',
  'what-if-thread': 'main/threads/what-if-thread.ts',
};

/** Only Electron, Node and the native driver stay imports. Everything else is bundled, so that only the driver is packed. */
export function mainConfig(input: Record<string, string>): UserConfig {
  const alone = Object.keys(input).length === 1;
  return {
    build: {
      ssr: true,
      outDir: 'out/main',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      // The terms of what is bundled travel with it.
      license: { fileName: `licenses/${Object.keys(input).join('-')}.md` },
      rolldownOptions: {
        input,
        external: ['electron', 'better-sqlite3', ...builtinModules.flatMap((name) => [name, `node:${name}`])],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'common-[name].js',
          ...(alone ? { codeSplitting: false } : {}),
        },
      },
    },
    ssr: { noExternal: true },
  };
}

export default defineConfig(mainConfig(PROCESS_ENTRIES));
