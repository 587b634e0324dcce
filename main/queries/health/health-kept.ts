import { accept } from '../../../shared/refusals.ts';
import { type HealthSettings, readSetting } from '../../store/tables/settings-table.ts';
import type { Query } from '../query.ts';

/** The limits and acknowledgements that supervisors have given. */
export const healthKept: Query<Record<string, never>, HealthSettings> = async ({ db }) => accept(await readSetting(db, 'health'));
