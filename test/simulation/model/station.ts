import type { Acknowledgement } from '../../../shared/methods/health.ts';
import type { SystemRights } from '../../../shared/system-rights.ts';

/** A desk that was ever paired. */
export interface ModelDesk {
  readonly id: string;
  name: string;
  readonly kind: 'console' | 'system';
  /** Of a system. */
  rights: SystemRights | null;
  readonly key: string;
  readonly keptIn: string | null;
  readonly pairedAt: number;
  readonly pairedBy: string;
  revokedAt: number | null;
  revokedBy: string | null;
  seenAt: number | null;
}

/** A user of the store. `pinHash`: what is kept of the PIN. */
export interface ModelUser {
  readonly role: 'agent' | 'supervisor';
  readonly pinHash: string;
  active: boolean;
}

/** A flight whose holds wait in line. `entrants`: who took part in the lot, as text. */
export interface ModelFlashSale {
  readonly number: number;
  readonly flightId: number;
  readonly mode: 'order' | 'lot';
  readonly seconds: number;
  readonly seed: string;
  readonly openedAt: number;
  readonly openedBy: string;
  drawnAt: number | null;
  entrants: string | null;
  closedAt: number | null;
  closedBy: string | null;
}

/** What is kept of a station of many consoles: its desks, who may sign in and is locked out where, flash sales, and what is done about its health. */
export class ModelStation {
  /** In the order in which they were paired. */
  readonly desks: ModelDesk[] = [];
  readonly users = new Map<string, ModelUser>();
  /** Wrong PINs in a row, by user and desk, and until when they count. */
  readonly wrongPins = new Map<string, { readonly failures: number; readonly until: number }>();
  /** In the order of their numbers, from 1 on. */
  readonly flashSales: ModelFlashSale[] = [];
  readonly limits: Record<string, number> = {};
  readonly acknowledged: Record<string, Acknowledgement> = {};

  /** The desk that is paired now under this name. */
  named(name: string): ModelDesk | undefined {
    return this.desks.find((desk) => desk.name === name && desk.revokedAt === null);
  }

  paired(id: string): ModelDesk | undefined {
    return this.desks.find((desk) => desk.id === id && desk.revokedAt === null);
  }

  openSale(flightId: number): ModelFlashSale | undefined {
    return this.flashSales.find((sale) => sale.flightId === flightId && sale.closedAt === null);
  }
}
