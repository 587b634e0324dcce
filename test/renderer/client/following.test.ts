import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Following } from '../../../renderer/client/following.ts';
import type { Input, ReplyOf } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';

type Reply = ReplyOf<'console.follow'>;

function console(known: number | undefined = 100) {
  const asked: Input<'console.follow'>[] = [];
  const replies: ((reply: Reply) => void)[] = [];
  const state: { known: number | undefined } = { known };
  const following = new Following({
    ask: (input) => {
      asked.push(input);
      return new Promise((resolve) => replies.push(resolve));
    },
    known: () => state.known,
  });
  const answer = async (reply: Reply = accept({ to: 1 })) => {
    replies.shift()?.(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { following, asked, answer, state };
}
const soon = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Following', () => {
  it('tells once what the parts follow together, each topic once, and nothing when it stays the same', async () => {
    const { following, asked, answer } = console();
    following.follow('frame', ['queues', 'desk:T1-04']);
    following.follow('screen', ['flight:7']);
    following.follow('sale', ['flight:7', 'flight:8']);
    await soon();
    expect(asked).toEqual([{ topics: ['queues', 'desk:T1-04', 'flight:7', 'flight:8'], after: 100, anew: false }]);
    await answer();
    following.follow('screen', ['flight:7']);
    following.follow('screen', []);
    await soon();
    expect(asked).toHaveLength(1);
    following.follow('sale', []);
    await soon();
    expect(asked[1]).toEqual({ topics: ['queues', 'desk:T1-04'], after: 100, anew: false });
  });

  it('says from when on it does not know a topic: since the question whose answer brought it (what came meanwhile was lost)', async () => {
    const { following, asked, answer, state } = console();
    following.follow('frame', ['queues']);
    await soon();
    following.follow('loads', ['flight:7'], 103);
    state.known = 120;
    following.follow('screen', ['booking:3']);
    await answer();
    expect(asked[1]).toEqual({ topics: ['queues', 'flight:7', 'booking:3'], after: 103, anew: false });
    state.known = 150;
    await answer();
    following.follow('screen', ['booking:4']);
    await soon();
    expect(asked[2]?.after).toBe(150);
  });

  it('says all anew to another connection, from what the console knows', async () => {
    const { following, asked, answer, state } = console();
    following.follow('screen', ['flight:7']);
    await soon();
    await answer();
    state.known = 130;
    following.anew();
    await soon();
    expect(asked[1]).toEqual({ topics: ['flight:7'], after: 130, anew: true });
  });

  it('says nothing while nobody is signed in', async () => {
    const { following, asked, state } = console();
    state.known = undefined;
    following.follow('screen', ['flight:7']);
    await soon();
    expect(asked).toEqual([]);
    state.known = 40;
    following.anew();
    await soon();
    expect(asked).toEqual([{ topics: ['flight:7'], after: 40, anew: true }]);
  });

  it('tries again when it was refused, from the same number on', async () => {
    const { following, asked, answer, state } = console();
    following.follow('screen', ['flight:7']);
    await soon();
    state.known = 170;
    await answer(refuse('TOO_MANY_CALLS', { seconds: 1 }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked[1]).toEqual({ topics: ['flight:7'], after: 100, anew: true });
  });

  it.each(['HUB_UNREACHABLE', 'NOT_SIGNED_IN'] as const)('waits for the next connection or sign-in after %s', async (code) => {
    const { following, asked, answer } = console();
    following.follow('screen', ['flight:7']);
    await soon();
    await answer(refuse(code));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    following.anew();
    await soon();
    expect(asked[1]).toEqual({ topics: ['flight:7'], after: 100, anew: true });
  });
});
