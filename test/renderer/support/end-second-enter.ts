import { afterEach } from 'vitest';

// What has just closed ignores Enter for a moment, and that must not reach the next test. Any other key ends it. This runs after the hooks of a file.
afterEach(() => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
});
