import type { AccountView } from '../../shared/methods/accounts.ts';
import type { AccountRow } from '../store/tables/accounts-table.ts';

export const accountView = ({ id, code, name, currency, credit_limit, balance, open }: AccountRow): AccountView => ({
  ...{ accountId: id, code, name, currency, limit: credit_limit, balance, open: open === 1 },
});
