import { type CloseRules, closeRules } from '../../../shared/close-of-sales.ts';
import { untilCommit } from '../until-commit.ts';
import { readSetting } from './settings-table.ts';

/** When flights close for sale, by the settings in force. */
export const readCloseRules = untilCommit(
  async (db): Promise<CloseRules> => closeRules(await readSetting(db, 'closeMinutes'), await readSetting(db, 'closeExceptions')),
);
