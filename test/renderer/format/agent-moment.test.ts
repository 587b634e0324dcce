import { expect, test } from 'vitest';
import { agentMoment } from '../../../renderer/format/agent-moment.ts';
import { readMoment } from '../../../renderer/format/read-moment.ts';

const ZONE = 'America/New_York';

test.each([
  // The last minute of the day, and the first of the next one.
  ['2026-11-28T04:59:00Z', '23:59'],
  ['2026-11-28T05:00:00Z', '28NOV 00:00'],
  ['2026-11-30T11:30:00Z', '30NOV 06:30'],
])('%s is written %s, and read back as the same moment', (iso, text) => {
  const at = Date.parse(iso);
  expect(agentMoment(at, ZONE, '2026-11-27')).toBe(text);
  expect(readMoment(text, ZONE, '2026-11-27')).toBe(at);
});
