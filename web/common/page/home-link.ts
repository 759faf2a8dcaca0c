import type { AccountKind } from '@sur-mesure/functions/domain/access/sessions';
import type { NavigationLink } from './PageFrame.tsx';

const homes: Record<AccountKind, string> = {
  laureate: '/laureat',
  expert: '/expert',
  staff: '/equipe',
  observer: '/equipe',
};

/** The way back, from a page that is the same for everybody. */
export function homeLink(kind: AccountKind): NavigationLink {
  return { href: homes[kind], label: 'Mon espace' };
}
