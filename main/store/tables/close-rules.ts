import { type CloseRules, closeRules } from '../../../shared/close-of-sales.ts';
import type { ReadDatabase } from '../database.ts';
import { readSetting } from './settings-table.ts';

/** When flights close for sale, by the settings in force. */
export const readCloseRules = async (db: ReadDatabase): Promise<CloseRules> =>
  closeRules(await readSetting(db, 'closeMinutes'), await readSetting(db, 'closeExceptions'));
