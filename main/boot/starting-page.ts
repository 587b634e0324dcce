import { type Standing, watchRoutes } from '../health/health-routes.ts';
import { AddressRefused, servePages } from '../transport/console-server.ts';
import { startingPages } from './trouble-page.ts';

/** After so many seconds a browser looks whether the console is there. */
const AGAIN_S = 2;

export interface StartingPage {
  /** The port that it was given, or found free. */
  readonly port: number;
  tell(standing: Standing): void;
  close(): Promise<void>;
}

/**
 * What this computer is answered while the hub is not open yet: `/readyz` says what it is doing, and a page says so to people. Others are not answered: their
 * certificate is made once the store is open. Undefined where the port is in use, which the hub says itself when it wants it.
 */
export async function serveStarting(host: string, port: number): Promise<StartingPage | undefined> {
  let now: Standing = 'opening';
  try {
    const server = await servePages({ host, port, made: startingPages(AGAIN_S), routes: watchRoutes(() => now) });
    return {
      port: Number(new URL(server.address).port),
      tell(standing) {
        now = standing;
      },
      close: () => server.close(),
    };
  } catch (error) {
    if (error instanceof AddressRefused) return undefined;
    throw error;
  }
}
