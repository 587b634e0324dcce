import { deskProofText } from '../../shared/desk-proof.ts';
import { base64urlOf } from '../format/base64.ts';
import type { Challenge, DeskKeys, FreshKey, KeyProblem, PairedDesk, Proof } from './desk-keys.ts';
import { dropKey, type KeptKey, keepKey, keptKeys } from './key-database.ts';

/** Which of the browser's desks this tab is. */
const TAB_KEY = 'aisle.desk-id';
/** What a tab is that goes back to the hub's own desk after it was another one for practice. */
const OWN_DESK = 'hub';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * The key of a browser's desk.
 *
 * 1. The browser makes it and lets nobody read it, not even this page. So no copy of it can leave this computer.
 * 2. It is kept before the hub hears of it. A code is good once, and would be lost with a key that cannot be kept.
 * 3. A browser is one desk of a hub, the one that was paired last, so all of its tabs are that desk. At a training hub a tab may be another
 *    desk for practice; such a key is for that tab alone.
 * 4. Each tab remembers the key that it has shown, so that who empties the browser's store under an open console stops no sale.
 */
export class BrowserKeys implements DeskKeys {
  readonly keptIn = 'browser';
  #shown: KeptKey | undefined;

  async make(practice: boolean): Promise<FreshKey | KeyProblem> {
    if (!globalThis.crypto?.subtle) return 'insecure';
    const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
    const publicKey = base64urlOf(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
    const untaken: KeptKey = { id: `untaken ${publicKey}`, desk: '', hub: '', key: pair.privateKey, practice, keptAt: Date.now() };
    try {
      await keepKey(untaken);
    } catch {
      return 'no-store';
    }
    const keep = (paired: PairedDesk) =>
      this.#keep(untaken, paired).then(
        () => true,
        () => false,
      );
    return { publicKey, keep };
  }

  async prove({ challenge, hub }: Challenge): Promise<Proof | undefined> {
    const kept = await this.#find(hub);
    if (!kept) return undefined;
    this.#shown = kept;
    const signed = await crypto.subtle.sign(SIGNATURE, kept.key, new TextEncoder().encode(deskProofText(challenge, hub)));
    return { id: kept.id, signature: base64urlOf(new Uint8Array(signed)), practisedAs: kept.practice ? kept.desk : undefined };
  }

  async forget(id: string): Promise<void> {
    if (this.#shown?.id === id) this.#shown = undefined;
    if (sessionStorage.getItem(TAB_KEY) === id) sessionStorage.removeItem(TAB_KEY);
    await dropKey(id).catch(() => {});
  }

  async practise(hub: string, desk: string): Promise<boolean> {
    const kept = (await keptKeys().catch(() => [])).find((each) => each.practice && each.hub === hub && each.desk === desk);
    if (kept) sessionStorage.setItem(TAB_KEY, kept.id);
    return kept !== undefined;
  }

  async #keep(untaken: KeptKey, { id, desk, hub }: PairedDesk): Promise<void> {
    const kept: KeptKey = { ...untaken, id, desk, hub, keptAt: Date.now() };
    await keepKey(kept);
    this.#shown = kept;
    sessionStorage.setItem(TAB_KEY, id);
    const replaced = (await keptKeys()).filter((each) => each.id !== id && (each.hub === '' || isReplaced(each, kept)));
    for (const each of replaced) await dropKey(each.id);
    // A browser may empty what it keeps when its disk is full, unless it was asked not to.
    void navigator.storage?.persist?.().catch(() => false);
  }

  async #find(hub: string): Promise<KeptKey | undefined> {
    const tab = sessionStorage.getItem(TAB_KEY);
    if (tab === OWN_DESK) return undefined;
    const kept = (await keptKeys().catch(() => [])).filter((each) => each.hub === hub);
    const shown = this.#shown?.hub === hub ? this.#shown : undefined;
    const newest = kept.filter(({ practice }) => !practice).sort((one, other) => other.keptAt - one.keptAt)[0];
    return kept.find(({ id }) => id === tab) ?? shown ?? newest;
  }
}

/** A browser that is paired anew is no longer the desk that it was. For practice it is as many desks as there are names. */
const isReplaced = (each: KeptKey, by: KeptKey): boolean =>
  each.hub === by.hub && each.practice === by.practice && (!by.practice || each.desk === by.desk);

/** This tab is the hub's own desk again. */
export const beOwnDesk = (): void => sessionStorage.setItem(TAB_KEY, OWN_DESK);

/** Whether this tab is a desk for practice, or may be one. */
export const mayPractise = (): boolean => (sessionStorage.getItem(TAB_KEY) ?? OWN_DESK) !== OWN_DESK;
