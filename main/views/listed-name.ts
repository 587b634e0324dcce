import { joinedName } from '../../shared/host-name.ts';
import type { PassengerRow } from '../store/tables/sale-rows.ts';

/** `SMITH/JOHN MR`: the name of a row as it stands on lists and tickets. */
export const listedName = ({ host_surname, host_given, title }: Pick<PassengerRow, 'host_surname' | 'host_given' | 'title'>): string =>
  joinedName(host_surname, host_given, title);
