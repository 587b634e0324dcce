import { expect, test } from 'vitest';
import { CommandQueue } from '../../../main/engine/command-queue.ts';
import { instant } from '../../../shared/instants.ts';
import { ANA } from '../support/test-desk.ts';

test('when the writer is gone nobody is told that a command was not done: it may have been', async () => {
  const queue = new CommandQueue({ run: () => Promise.reject(new Error('the thread ended')), close: async () => {} }, () => {});
  const command = { name: 'x', requestId: 'request-1', body: '{}', bodyHash: '', actor: ANA, now: instant(0) };
  expect(JSON.parse(await queue.add(command))).toMatchObject({ ok: false, refusal: { code: 'DESK_UNREACHABLE' } });
});
