import { useEffect } from 'react';
import { create } from 'zustand';
import { closeRules, closesAt, type SalesState, salesState } from '../../shared/close-of-sales.ts';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { SETTING_DEFAULTS } from '../../shared/setting-rules.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

type Settings = Output<'settings.get'>;

/** What the house has set, for every screen. Null until a screen has asked. */
const useInForce = create<{ readonly settings: Settings | null; readonly asking: boolean }>(() => ({ settings: null, asking: false }));

async function load(): Promise<void> {
  useInForce.setState({ asking: true });
  const reply = await call('settings.get', {});
  useInForce.setState(({ settings }) => ({ asking: false, settings: reply.ok ? reply.value : settings }));
}

onSessionOver(() => useInForce.setState({ settings: null, asking: false }));

/** Another desk may have set something: what a screen shows is asked for again. */
export function hearSettings(events: readonly JournalEvent[]): void {
  if (useInForce.getState().settings && events.some((event) => isAbout(event, 'setting'))) void load();
}

export const renewSettings = (): void => {
  if (useInForce.getState().settings) void load();
};

/** The settings in force; null until the hub has told them. */
export function useSettingsInForce(): Settings | null {
  useEffect(() => {
    const { settings, asking } = useInForce.getState();
    if (!settings && !asking) void load();
  }, []);
  return useInForce(({ settings }) => settings);
}

/** Whether a desk asks before each sale who sells, as far as this console knows now. */
export const asksBeforeSale = (): boolean => (useInForce.getState().settings ?? SETTING_DEFAULTS).saleUser === 'eachSale';

type Sold = Pick<FlightSummary, 'carrier' | 'origin' | 'departsAt' | 'cancelled'>;
type ClosesAt = (flight: Sold) => Instant;

/** Until the hub has told the settings, their defaults hold. */
function closesBy(settings: Pick<Settings, 'closeMinutes' | 'closeExceptions'>): ClosesAt {
  const rules = closeRules(settings.closeMinutes, settings.closeExceptions);
  return ({ carrier, origin, departsAt }) => closesAt(rules, carrier, origin, departsAt);
}

/** When each flight closes for sale, as far as this console knows now. */
export const closesNow = (): ClosesAt => closesBy(useInForce.getState().settings ?? SETTING_DEFAULTS);

/** The same for a component, which renders again when it is set otherwise. */
export const useClosesAt = (): ClosesAt => closesBy(useSettingsInForce() ?? SETTING_DEFAULTS);

/** How sales of some flights together stand: as of the first that is not open, since all are sold or none. */
export function salesOf(flights: readonly Sold[], closes: ClosesAt, now: number): { state: SalesState; closes: Instant } {
  const [first, ...rest] = flights.map((flight) => ({ at: closes(flight), departsAt: flight.departsAt }));
  const earliest = rest.reduce((least, each) => (least && each.at < least.at ? each : least), first) ?? {
    at: instant(now),
    departsAt: now,
  };
  const cancelled = flights.some((flight) => flight.cancelled);
  return { state: salesState(earliest.at, earliest.departsAt, cancelled, instant(now)), closes: earliest.at };
}
