import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The same files are served by app:// and by a hub under http, hence the relative base.
// Nothing is inlined as data:, so that the content security policy needs no exception for fonts and images.
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    // The console, and the page that a passenger sees.
    rolldownOptions: { input: ['renderer/index.html', 'renderer/passenger/index.html'] },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
  },
});
