import { lazy, Suspense, useMemo, useState } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import { canDraw } from './can-draw.ts';
import type { Curve } from './price-curves.ts';
import './price-chart.css';

// The library of charts is read when the first chart is drawn, and not at the start of every console.
const CurvePicture = lazy(async () => ({ default: (await import('./curve-picture.tsx')).CurvePicture }));

interface PriceChartProps {
  title: string;
  /** Of what the curve is: `one day before`. */
  about: string;
  curve: Curve;
  currency: string;
  /** How the place on the line below is called in the head of the table: `Taken`. */
  placeName: string;
  placeText: (place: number) => string;
  /** Places that the table tells. */
  told: readonly number[];
  mark: number;
  reversed?: boolean;
  /** What the curve is by, and what it is compared with: `draft`, `v14`. */
  name: string;
  publishedName: string;
  asTable: boolean;
}

/** One curve of prices, as a picture and as a table. A screen reader has the table in both cases. */
export function PriceChart(props: PriceChartProps) {
  const { title, about, curve, currency, placeName, placeText, told, mark, name, publishedName } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const drawn = useMemo(canDraw, []);
  const fareText = (fare: number): string => moneyText(minor(fare), currency);
  const at = pointed ?? mark;
  const place = curve.places.indexOf(at);
  const [now, was] = [curve.draft[place], curve.published?.[place]];
  const picture = drawn && !props.asTable;
  return (
    <section className="pr-chart" aria-label={title}>
      <div className="panel-h">
        <h2>{title}</h2>
        <span className="s12 t3 cut" title={`${currency}, ${about}`}>
          {about}
        </span>
        {now === undefined ? null : (
          <span className="push s12 t2" aria-hidden="true">
            {placeText(at)} <b className="acc">{fareText(now)}</b>
            {was === undefined || was === now ? '' : `, was ${fareText(was)}`}
          </span>
        )}
      </div>
      {picture ? (
        <Suspense fallback={<div className="pr-picture" />}>
          <CurvePicture
            {...{ curve, placeText, fareText, mark }}
            reversed={props.reversed ?? false}
            label={`${title}: ${now === undefined ? '' : `${fareText(now)} ${currency} at ${placeText(mark)}`}. The table tells all of it.`}
            onPoint={setPointed}
          />
        </Suspense>
      ) : null}
      <div className={picture ? 'aside' : 'pr-chart-table'}>
        <table className="grid-table">
          <caption className="aside">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{placeName}</th>
              <th scope="col" className="num">
                {name}
              </th>
              {curve.published ? (
                <>
                  <th scope="col" className="num">
                    {publishedName}
                  </th>
                  <th scope="col" className="num">
                    Change
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {told.map((one) => {
              const at = curve.places.indexOf(one);
              const [fare = 0, before] = [curve.draft[at], curve.published?.[at]];
              return (
                <tr key={one}>
                  <th scope="row">{placeText(one)}</th>
                  <td className="num med">{fareText(fare)}</td>
                  {before === undefined ? null : (
                    <>
                      <td className="num t2">{fareText(before)}</td>
                      <td className="num">{fare === before ? '\u2013' : `${fare > before ? '+' : ''}${fareText(fare - before)}`}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
