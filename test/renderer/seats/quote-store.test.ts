import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { forgetQuotes, renewQuote, useQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { QUOTE_KEPT_MS, QUOTE_OFFER_MS, QUOTE_WAIT_MS_MAX } from '../../../shared/bounds.ts';
import type { Output, ReplyOf } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { quote } from './seat-map-answer.ts';

/** The price of the run at another load. */
const at = (fare: number): Output<'pricing.quote'> => ({ ...quote, fare });

describe('prices of an open flight', () => {
  let hub: FakeBridge;
  const asked = () => hub.inputsOf('pricing.quote').length;
  const fare = () => useQuotes.getState().quotes['7Y']?.fare;

  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeBridge().answers('pricing.quote', () => accept(at(100_00 - asked())));
    connect(hub);
  });
  afterEach(() => {
    forgetQuotes();
    vi.useRealTimers();
  });

  async function opened(): Promise<void> {
    renewQuote(7, 'Y');
    await vi.advanceTimersByTimeAsync(0);
  }

  it('are asked at once when none is known, and once the seats have settled when one is', async () => {
    await opened();
    expect([asked(), fare()]).toEqual([1, 99_99]);
    renewQuote(7, 'Y');
    renewQuote(7, 'Y');
    await vi.advanceTimersByTimeAsync(119);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fare()).toBe(99_98);
  });

  it('are asked again although events never pause', async () => {
    await opened();
    for (let passed = 0; passed < QUOTE_WAIT_MS_MAX + 50; passed += 50) {
      renewQuote(7, 'Y');
      await vi.advanceTimersByTimeAsync(50);
    }
    expect([asked(), fare()]).toEqual([2, 99_98]);
  });

  it('stay for two minutes after they rose, because a price that was read out was dearer by the time the customer said yes', async () => {
    setServerNow(Date.now());
    const offered = (of: number, version = 1) =>
      accept({ ...at(of), policy: { version, scope: 'network' as const, author: '' }, until: Date.now() + QUOTE_OFFER_MS });
    hub.answers('pricing.quote', () => offered(100_00));
    await opened();
    hub.answers('pricing.quote', () => offered(125_00));
    const moved = async () => {
      renewQuote(7, 'Y');
      await vi.advanceTimersByTimeAsync(120);
    };
    await moved();
    expect([fare(), useQuotes.getState().kept['7Y']]).toEqual([100_00, Date.now() + QUOTE_KEPT_MS]);
    await vi.advanceTimersByTimeAsync(QUOTE_KEPT_MS - 1_000);
    await moved();
    expect(fare()).toBe(100_00);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([fare(), useQuotes.getState().kept['7Y']]).toEqual([125_00, undefined]);
    // What falls is shown at once, and so is the price of another policy.
    hub.answers('pricing.quote', () => offered(110_00));
    await moved();
    expect(fare()).toBe(110_00);
    hub.answers('pricing.quote', () => offered(300_00, 2));
    await moved();
    expect(fare()).toBe(300_00);
  });

  it('are those of the newest question, whatever answer comes last', async () => {
    await opened();
    const answers: ((reply: ReplyOf<'pricing.quote'>) => void)[] = [];
    hub.answers('pricing.quote', () => new Promise((resolve) => answers.push(resolve)));
    for (const _ of ['first', 'second']) {
      renewQuote(7, 'Y');
      await vi.advanceTimersByTimeAsync(120);
    }
    answers[1]?.(accept(at(222_00)));
    answers[0]?.(accept(at(111_00)));
    await vi.advanceTimersByTimeAsync(0);
    expect(fare()).toBe(222_00);
  });

  it('are gone when the flight is shown no more, with answers that are on their way', async () => {
    await opened();
    renewQuote(7, 'Y');
    await vi.advanceTimersByTimeAsync(120);
    renewQuote(7, 'Y');
    forgetQuotes();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(useQuotes.getState()).toMatchObject({ quotes: {}, waiting: {}, answered: {} });
    expect(asked()).toBe(2);
  });
});
