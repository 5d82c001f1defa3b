import { WalletDatabase } from '../../wallet/database.ts';

/** The wallet, one connection for each page. It gives way to a newer version of itself in another window. */
export const wallet = new WalletDatabase();
