import type { PricedBy } from '../../shared/methods/policy-view.ts';

const WHERE: Readonly<Record<PricedBy['scope'], string>> = { network: 'all flights', route: 'this route', flight: 'this flight alone' };

/** Which policy prices the flight now. */
export function PricedByLine({ by: { version, scope, author } }: { by: PricedBy }) {
  return (
    <p className="priced-by s12 t2">
      Policy v{version} for {WHERE[scope]}
      {author ? `, by ${author}` : ''}. Holds keep their price.
    </p>
  );
}
