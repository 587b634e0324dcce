import { defineConfig } from 'vite';

// A sandboxed preload can load no other file and no ES module: one CommonJS file, and `electron` is all that it requires.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/preload',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'chrome140',
    minify: false,
    rolldownOptions: {
      input: { preload: 'preload/preload.ts' },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
