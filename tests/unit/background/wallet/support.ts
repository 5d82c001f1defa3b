import 'fake-indexeddb/auto';
import { WalletDatabase } from '../../../../utils/wallet/database.ts';

export type Death = 'before' | 'after';

/**
 * A worker's connection to the wallet that dies at its n-th transaction, from 0: before it begins, or once it is certain to be carried out. From then on
 * nothing that this worker does has any effect.
 */
export function mortalWallet(name: string, diesAt: number, when: Death): { db: WalletDatabase; life: Life } {
  const db = new WalletDatabase(name);
  const life: Life = { steps: 0, dead: false, die };
  function die(): void {
    life.dead = true;
    db.close();
  }
  db.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (core) => ({
      ...core,
      transaction(...args) {
        const mine = life.steps++;
        if (life.dead) throw new DOMException('dead', 'InvalidStateError');
        if (mine === diesAt && when === 'before') die();
        const transaction = core.transaction(...args);
        if (mine === diesAt) die();
        return transaction;
      },
    }),
  });
  return { db, life };
}

export interface Life {
  steps: number;
  dead: boolean;
  die(): void;
}
