import type { ComponentChildren } from 'preact';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';

/** The views of this page, by the word in its address; the first has none. */
const staffViews = [
  { word: null, label: 'À traiter' },
  { word: 'laureats', label: 'Lauréats' },
  { word: 'missions', label: 'Missions' },
  { word: 'equipe', label: 'Équipe' },
  { word: 'incidents', label: 'Incidents' },
  { word: 'import', label: 'Importer' },
  { word: 'depot', label: 'Déposer' },
  { word: 'modeles', label: 'Modèles' },
  { word: 'reglages', label: 'Réglages' },
  { word: 'formulaires', label: 'Formulaires' },
] as const;
export type StaffView = (typeof staffViews)[number]['word'];

interface StaffFrameProps {
  readonly visit: Visit;
  /** The view that is open, or that the page shown belongs to. */
  readonly current: StaffView;
  readonly title: string;
  readonly overline?: string;
  readonly children: ComponentChildren;
}

export function StaffFrame({ visit, current, title, overline, children }: StaffFrameProps) {
  const links = staffViews.map(({ word, label }) => ({
    href: word === null ? '/equipe' : `/equipe?vue=${word}`,
    label,
    current: word === current,
  }));
  return (
    <PageFrame title={title} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {children}
    </PageFrame>
  );
}
