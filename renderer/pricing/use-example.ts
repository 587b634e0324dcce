import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { dateLabel } from '../format/times.ts';
import { scopeKey } from './scope-key.ts';

/** A case by which a stack is told: what the prices of the rows and the curves are of. */
export interface Example {
  /** `VX 407, economy, 82 % sold`. */
  readonly title: string;
  readonly question: PriceQuestion;
}

const AUTHORISED = 100;

/** A seat that costs 100.00 as filed, two weeks before a Wednesday, 60 % sold: for a scope without a flight to come. */
const PLAIN_EXAMPLE: Example = {
  title: '100.00 filed, economy, 60 % sold, 14 days before',
  question: {
    baseFare: 100_00,
    currency: 'USD',
    origin: 'as filed',
    miles: 1_000,
    date: '2026-11-18',
    daysAhead: 14,
    cabin: 'Y',
    ofCabin: { authorised: AUTHORISED, held: 0, sold: 60 },
    ofFlight: { authorised: AUTHORISED, held: 0, sold: 60 },
    seat: 'standard',
    competitor: undefined,
    promotion: undefined,
    passenger: 'ADT',
  },
};

type Asked = NonNullable<Output<'pricing.example'>['example']>;

const percentTaken = ({ authorised, held, sold }: PriceQuestion['ofCabin']): number =>
  authorised > 0 ? Math.round((100 * (held + sold)) / authorised) : 0;

/** The question for one cabin of a flight, by default for the one with the most seats. */
function exampleOf({ flight, questions }: Asked, cabin: Cabin | null): Example {
  const most = questions.reduce((one, other) => (other.ofCabin.authorised > one.ofCabin.authorised ? other : one));
  const { miles, competitor, party, ...asked } = questions.find((one) => one.cabin === cabin) ?? most;
  const question: PriceQuestion = {
    ...asked,
    miles: miles ?? undefined,
    competitor: competitor ?? undefined,
    promotion: undefined,
    ...(party === undefined ? {} : { party }),
  };
  const title = `${flight.flight} ${flight.origin}\u2013${flight.destination}, ${dateLabel(flight.date)}, ${CABIN_NAMES[question.cabin]}, ${percentTaken(question.ofCabin)} % sold`;
  return { title, question };
}

/** A flight of the scope as the case by which its policy is told, and the cabins that it has. */
export function useExample(scope: PolicyScope, cabin: Cabin | null): { readonly example: Example; readonly cabins: readonly Cabin[] } {
  const home = useSession(({ state }) => state?.home.airport);
  const [asked, setAsked] = useState<Asked | null>(null);
  const key = scopeKey(scope);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells scopes apart, which are made anew
  useEffect(() => {
    if (home === undefined) return;
    let current = true;
    void call('pricing.example', { scope, home }).then((reply) => {
      if (current) setAsked(reply.ok ? reply.value.example : null);
    });
    return () => {
      current = false;
    };
  }, [key, home]);
  const example = useMemo(() => (asked ? exampleOf(asked, cabin) : PLAIN_EXAMPLE), [asked, cabin]);
  return { example, cabins: asked?.questions.map((one) => one.cabin) ?? [] };
}
