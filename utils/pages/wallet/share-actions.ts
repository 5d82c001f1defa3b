import { goTo } from './navigate.ts';

export function favouriteName(favourite: string | undefined): string {
  return favourite ?? '';
}

export function shareQuickly(id: string): void {
  goTo({ at: 'share', id });
}
