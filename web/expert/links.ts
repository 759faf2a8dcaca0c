import type { NavigationLink } from '../common/page/PageFrame.tsx';

export type ExpertPlace = 'missions' | 'team';

/** The pages of an expert's space; a mission belongs to « Vos missions ». */
export function expertLinks(current: ExpertPlace | null): readonly NavigationLink[] {
  return [
    { href: '/expert', label: 'Vos missions', current: current === 'missions' },
    { href: '/expert?vue=equipe', label: 'L’équipe', current: current === 'team' },
    { href: '/', label: 'Annuaire' },
  ];
}
