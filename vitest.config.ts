import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
    allowOnly: false,
    globalSetup: 'test/renderer/support/run/provide-samples.ts',
    // The machine is there to be used: by itself Vitest leaves one core idle, which is half of a small one.
    maxWorkers: '100%',
    // Hashing PINs takes its time on purpose, and longer on a busy machine; a test that hangs is still found.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'core', environment: 'node', include: ['test/**/*.test.ts'] } },
      // What takes its time: whole processes and stores, simulations, kills and fuzzing.
      { extends: true, test: { name: 'proof', environment: 'node', include: ['test/**/*.proof.ts'], testTimeout: 180_000 } },
      { extends: true, test: { name: 'console', environment: 'happy-dom', include: ['test/**/*.test.tsx'] } },
    ],
  },
});
