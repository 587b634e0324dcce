import { loadReference } from '../../../main/reference/load-reference.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { seatTypeOf } from '../../../shared/pricing/seat-type.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed } from '../measure.ts';
import { FULL_POLICY } from './full-policy.ts';

const MAPS = 500;

/** Every seat of a large aircraft priced with its trace, as a hold prices each of its seats. */
export const seatMapPrices: Row = {
  metrics: ['seatmap.prices'],
  async measure() {
    const plan = loadReference().seatPlan('777-300er');
    if (!plan) throw new Error('the seat map is gone');
    const seats = plan.seats.filter((seat) => seat.sellable);
    const types = seats.map((seat) => ({ seat: seatTypeOf(plan.map, seat), cabin: seat.cabin }));
    const taken = { authorised: seats.length, held: 3, sold: 200 };
    const question: PriceQuestion = {
      ...{ baseFare: 311_00, currency: 'USD', origin: 'as by distance', date: '2026-12-27', daysAhead: 12, cabin: 'Y', ofCabin: taken },
      ...{ ofFlight: taken, seat: 'standard', passenger: 'ADT', miles: undefined, competitor: undefined, promotion: undefined },
    };
    const [samples, raw]: [number[], number[]] = [[], []];
    let sum = 0;
    const priced = () => {
      for (const type of types) sum += priceByPolicy(FULL_POLICY, { ...question, ...type }).fare;
    };
    // The least that so many prices can be: each a few multiplications of whole numbers and one rounding.
    const multiplied = () => {
      for (const { cabin } of types) {
        let price = BigInt(question.baseFare * (cabin === 'J' ? 5 : 2));
        for (let rule = 1; rule < FULL_POLICY.length; rule++) price *= 130n;
        sum += Number(price / 100n ** BigInt(FULL_POLICY.length - 1));
      }
    };
    for (let turn = 0; turn < MAPS; turn++) {
      samples.push(await timed(priced));
      raw.push(await timed(multiplied));
    }
    for (const all of [samples, raw]) all.splice(0, MAPS / 5);
    if (!(sum > 0)) throw new Error('nothing was priced');
    const note = `${seats.length} seats by a policy of ${FULL_POLICY.length} rules; ratio to as many multiplications of whole numbers`;
    return [latencyFigure('seatmap.prices', 'p99', 5, samples, raw, { note })];
  },
};
