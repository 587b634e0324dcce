import { useMemo, useState } from 'react';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { PriceChart } from './price-chart.tsx';
import { curveByDays, curveByLoad } from './price-curves.ts';
import type { Example } from './use-example.ts';

const PERCENTS_TOLD = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100];
const DAYS_TOLD = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365];

interface PolicyChartsProps {
  rules: readonly PolicyRule[];
  /** What a draft is compared with; undefined where `rules` are what is in force. */
  published: readonly PolicyRule[] | undefined;
  /** `v14`: what is in force. */
  publishedName: string;
  example: Example;
}

const percentOf = ({ authorised, held, sold }: { authorised: number; held: number; sold: number }): number =>
  authorised > 0 ? Math.min(100, Math.round((100 * (held + sold)) / authorised)) : 0;

/** What the example costs by its load and by the days to departure. The same code works it out as sells it. */
export function PolicyCharts({ rules, published, publishedName, example: { question } }: PolicyChartsProps) {
  const [asTable, setAsTable] = useState(false);
  const byLoad = useMemo(() => curveByLoad(rules, published, question), [rules, published, question]);
  const byDays = useMemo(() => curveByDays(rules, published, question), [rules, published, question]);
  const taken = percentOf(question.ofCabin);
  useDeeds('policy', { L: () => setAsTable(!asTable) });
  const { currency } = question;
  const days = (day: number): string => `${day} d`;
  const percent = (value: number): string => `${value} %`;
  const name = published ? 'draft' : publishedName;
  return (
    <>
      <div className="pr-charts">
        <PriceChart
          {...{ currency, name, publishedName, asTable }}
          title="Price over load"
          about={question.daysAhead === 0 ? 'on the day' : `${question.daysAhead} d before`}
          curve={byLoad}
          placeName="Taken"
          placeText={percent}
          told={PERCENTS_TOLD}
          mark={taken}
        />
        <PriceChart
          {...{ currency, name, publishedName, asTable }}
          title="Price over days to departure"
          about={`${taken} % taken`}
          curve={byDays}
          placeName="Before"
          placeText={days}
          told={DAYS_TOLD.filter((day) => byDays.places.includes(day))}
          mark={Math.min(question.daysAhead, byDays.places.at(-1) ?? 0)}
          reversed
        />
      </div>
      <div className="panel-h pr-charts-foot">
        <span className="s12 t2 pr-legend">
          <i aria-hidden="true" /> {name}
        </span>
        {published ? (
          <span className="s12 t2 pr-legend">
            <i className="was" aria-hidden="true" /> {publishedName}
          </span>
        ) : null}
        <KeyHints>
          <KeyHint keys={['L']}>{asTable ? 'curves' : 'as tables'}</KeyHint>
        </KeyHints>
      </div>
    </>
  );
}
