import { z } from 'zod';
import { PARTY_MAX } from '../bounds.ts';
import { deskName, instantMs, personText, rowId } from '../method.ts';
import { messageWishes } from './messages.ts';
import { tender } from './tenders.ts';

/** Longest name as it is typed for one passenger: surname, given name, title. */
const NAME_TYPED_MAX = 140;
const CONTACT_TYPED_MAX = 170;
const DATE_TYPED_MAX = 20;

/** What was typed for one passenger so far, as it was typed. It need not make sense yet. */
export const draftPassenger = z.strictObject({
  name: personText(NAME_TYPED_MAX),
  /** The name in A to Z, where the spelling gives no host form. */
  host: personText(NAME_TYPED_MAX),
  birthDate: personText(DATE_TYPED_MAX),
  infantName: personText(NAME_TYPED_MAX),
  infantHost: personText(NAME_TYPED_MAX),
  infantBirthDate: personText(DATE_TYPED_MAX),
  /** The passenger asks that a record is kept. */
  keep: z.boolean().optional(),
  /** The record that filled the name. */
  customer: rowId.optional(),
});

/** What a console has of a sale before it is made. It stays with the hold, so that no reload and no restart loses it. */
export const holdDraft = z.strictObject({
  /** In the order of the party. */
  passengers: z.array(draftPassenger).max(PARTY_MAX),
  /** Phone and e-mail in one text. */
  contact: personText(CONTACT_TYPED_MAX),
  /** Null: nobody has typed who requests the booking. */
  askedBy: personText(80).nullable(),
  /** Tenders that the agent has taken. The hub itself knows card charges that stand taken: they are the tenders of the hold. */
  tenders: z.array(tender).max(8),
  /** As in the contact of a sale. */
  messages: messageWishes.optional(),
});
export type HoldDraft = z.infer<typeof holdDraft>;

/** A draft as the hub keeps it. */
export const keptDraft = z.strictObject({
  ...holdDraft.shape,
  savedAt: instantMs,
  /** Who saved it, and where. */
  user: z.string(),
  desk: deskName,
});
