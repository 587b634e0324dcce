import { z } from 'zod';
import { AMOUNT_MINOR_MAX } from './bounds.ts';
import { EQUIPMENT_CODE } from './equipment-code.ts';
import { NO_SEATS } from './open-seat.ts';
import type { RefusalCode } from './refusals.ts';
import type { Role } from './roles.ts';

/**
 * Who may call: also a console that is no desk yet, anybody at a desk, anybody signed in (also while locked), an unlocked agent or supervisor, a
 * supervisor.
 */
export type Access = 'stranger' | 'anybody' | 'session' | Role;

/** command: changes the store, through the writer. query: only reads it. hub: answered by the hub process itself. */
export type Kind = 'command' | 'query' | 'hub';

export interface Method {
  readonly kind: Kind;
  readonly access: Access;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly refusals: readonly RefusalCode[];
}

export const method = <const M extends Method>(declared: M): M => declared;

/** The caller chooses the id of a command. The same id with the same body gives the same reply, and the command is done once. */
export const requestId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'is 8 to 64 letters, digits, - or _');
export const instantMs = z.int().min(0).max(8_640_000_000_000);
export const amountMinor = z.int().min(0).max(AMOUNT_MINOR_MAX);
export const dateText = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2199-12-31', 'is not a date between 1900 and 2199');
export const placeCode = z.string().regex(/^[A-Z]{3}$/, 'is three capital letters');
/** What flights are looked for by: an airport, a city, or with * all airports of a city whose code is an airport's too. */
export const placeSought = z.string().regex(/^[A-Z]{3}\*?$/, 'is three capital letters, with * for all airports of the city');
export const equipmentCode = z.string().regex(EQUIPMENT_CODE, 'is three capital letters or digits');
export const seatText = z.string().regex(/^[1-9]\d?[A-HJ-Z]$/, 'is a row and a letter');
/** A seat, or what stands in its place while a passenger has none. */
export const seatOrNone = z.union([seatText, z.enum(NO_SEATS)]);
export const deskName = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/, 'is 1 to 16 capital letters, digits or -');
export const rowId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** Whether a text has neither control characters nor lone surrogates. */
export const isPrintable = (text: string): boolean => !/\p{Cc}|\p{Cs}/u.test(text);
/** Text that a person typed: no control characters, no lone surrogates, trimmed. */
export const personText = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isPrintable, 'holds a control character')
    .transform((text) => text.normalize('NFC').trim());
