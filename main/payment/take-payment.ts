import { isDeepStrictEqual } from 'node:util';
import { assert } from '../../shared/assert.ts';
import { PAYMENT_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import type { Input, ReplyOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubMethod } from '../hub/hub-methods.ts';
import { chargeCard, type Waiter } from './charge-cards.ts';
import type { Terminal } from './terminal.ts';

type Confirm = Input<'bookings.confirm'>;
type ConfirmReply = ReplyOf<'bookings.confirm'>;

interface AskedCharge {
  readonly tender: number;
  readonly reference: string;
  readonly amount: number;
  readonly testCard: Extract<Confirm['tenders'][number], { kind: 'card' }>['testCard'];
}

export interface ConfirmOptions {
  readonly hub: InnerHub;
  readonly terminal: Terminal | undefined;
  readonly wait: Waiter;
  /** References that the terminal is being asked about at this moment: nobody else may settle them meanwhile. */
  readonly asked?: Set<string>;
}

/**
 * bookings.confirm. Without a card for the desk's terminal it is one command. With one it has steps, each a command of its
 * own that is safe to repeat: write down what will be asked, ask the terminal, then confirm, or fail and give back.
 * A repeat of the same request while the terminal works waits for the same answer.
 */
export function takePaymentMethod(options: ConfirmOptions): HubMethod<'bookings.confirm'> {
  const underWay = new Map<string, { readonly body: readonly unknown[]; readonly reply: Promise<ConfirmReply> }>();
  return ({ actor }, input) => {
    const body = [actor.user, actor.desk, input];
    const same = underWay.get(input.requestId);
    if (same) return isDeepStrictEqual(same.body, body) ? same.reply : Promise.resolve(refuse('REQUEST_REUSED'));
    const reply = confirm(options, actor, input).finally(() => underWay.delete(input.requestId));
    underWay.set(input.requestId, { body, reply });
    return reply;
  };
}

async function confirm(options: ConfirmOptions, actor: Actor, input: Confirm): Promise<ConfirmReply> {
  const { hub, terminal } = options;
  const { requestId, ...sale } = input;
  const charges: AskedCharge[] = input.tenders.flatMap((tender, place) =>
    tender.kind === 'card' && tender.approvalCode === null
      ? [{ tender: place, reference: `${requestId}.${place}`, amount: tender.amount, testCard: tender.testCard }]
      : [],
  );
  if (charges.length === 0) return hub.change('payments.confirm', { ...sale, approved: [] }, actor, requestId);
  const begun = await hub.change(
    'payments.begin',
    { ...sale, charges: charges.map(({ reference, amount }) => ({ reference, amount })), terminal: terminal !== undefined },
    actor,
    `${requestId}.begin`,
  );
  if (!begun.ok) return begun;
  assert(terminal, 'a payment does not begin without a terminal');
  for (const { reference } of charges) options.asked?.add(reference);
  try {
    return await takeCharges(options, terminal, actor, input, charges, begun.value.currency);
  } finally {
    for (const { reference } of charges) options.asked?.delete(reference);
  }
}

async function takeCharges(
  { hub, wait }: ConfirmOptions,
  terminal: Terminal,
  actor: Actor,
  { requestId, ...sale }: Confirm,
  charges: readonly AskedCharge[],
  currency: string,
): Promise<ConfirmReply> {
  const approved: { tender: number; reference: string; approvalCode: string }[] = [];
  const { bookingId } = sale;

  /** Ends the attempt: seats go back, what was charged is due back to the card. */
  const giveUp = async (reason: string): Promise<void> => {
    const codes = new Map(approved.map(({ reference, approvalCode }) => [reference, approvalCode]));
    const all = charges.map(({ reference }) => ({ reference, approvalCode: codes.get(reference) ?? null }));
    await hub.change('payments.fail', { bookingId, reason, charges: all }, actor, `${requestId}.fail`);
  };

  for (const { tender, reference, amount, testCard } of charges) {
    const earlier = await settledEarlier(hub, reference);
    const outcome = earlier ?? (await chargeCard(terminal, { reference, amount, currency, testCard }, PAYMENT_ANSWER_MS_MAX, wait));
    if (outcome.kind === 'approved') {
      approved.push({ tender, reference, approvalCode: outcome.approvalCode });
      continue;
    }
    if (outcome.kind === 'declined') {
      await giveUp(outcome.reason);
      return refuse('PAYMENT_DECLINED', { bookingId, reason: outcome.reason });
    }
    // Nobody knows whether it was charged: it is reversed now, and again at the next start if this does not get through.
    await terminal.reverse(reference).catch(() => {});
    await giveUp(NO_ANSWER);
    return refuse('PAYMENT_TIMED_OUT', { bookingId });
  }

  const confirmed = await hub.change('payments.confirm', { ...sale, approved }, actor, `${requestId}.confirm`);
  // The reason goes into the journal, which every console hears: never with a passenger's name.
  if (!confirmed.ok) await giveUp('name' in confirmed.refusal.details ? 'the passengers no longer fit' : confirmed.refusal.message);
  return confirmed;
}

const NO_ANSWER = 'no answer from the terminal';

/** A repeat after the answer was stored must not ask the terminal again. */
async function settledEarlier(hub: InnerHub, reference: string) {
  const found = await hub.look('payments.byReference', { references: [reference] });
  const payment = found.ok ? found.value[0] : undefined;
  if (!payment || payment.state === 'PENDING') return undefined;
  if (payment.approval_code !== null) return { kind: 'approved', approvalCode: payment.approval_code } as const;
  return payment.reason === NO_ANSWER ? ({ kind: 'no-answer' } as const) : ({ kind: 'declined', reason: payment.reason } as const);
}
