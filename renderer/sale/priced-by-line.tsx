import type { PricedBy } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { go } from '../stores/navigation-store.ts';

const WHERE: Readonly<Record<PricedBy['scope'], string>> = { network: 'all flights', route: 'this route', flight: 'this flight alone' };

/** Which policy prices the flight now, and for supervisors the way to change it. */
export function PricedByLine({ by: { version, scope, author }, flightId }: { by: PricedBy; flightId: number }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  return (
    <p className="priced-by s12 t2">
      <span>
        Policy v{version} for {WHERE[scope]}
        {author ? `, by ${author}` : ''}. Holds keep their price.
      </span>
      {supervisor ? (
        <Button variant="quiet" onPress={() => go({ name: 'pricing', tab: 'policy', scope: { kind: 'flight', flightId } })}>
          Price this flight
        </Button>
      ) : null}
    </p>
  );
}
