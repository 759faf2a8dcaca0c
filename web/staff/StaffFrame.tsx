import type { ComponentChildren } from 'preact';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { PartLinks } from './PartLinks.tsx';

/**
 * The views of this page, by the word in its address; the first has none. What is done a few times a year stands under another: on a phone the
 * header keeps two lines.
 */
const staffViews = [
  { word: null, label: 'À traiter', under: undefined },
  { word: 'laureats', label: 'Lauréats', under: undefined },
  { word: 'missions', label: 'Missions', under: undefined },
  { word: 'syntheses', label: 'Synthèses', under: 'missions' },
  { word: 'equipe', label: 'Équipe', under: undefined },
  { word: 'incidents', label: 'Incidents', under: undefined },
  { word: 'import', label: 'Importer', under: undefined },
  { word: 'depot', label: 'Déposer des dossiers', under: 'import' },
  { word: 'reglages', label: 'Réglages', under: undefined },
  { word: 'formulaires', label: 'Formulaires', under: 'reglages' },
  { word: 'modeles', label: 'Modèles des documents', under: 'reglages' },
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
  const open = staffViews.find(({ word }) => word === current)?.under ?? current;
  const links = staffViews.filter(({ under }) => under === undefined).map((view) => linkTo(view, open));
  const parts = staffViews.filter(({ word, under }) => word === open || under === open);
  return (
    <PageFrame title={title} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {parts.length > 1 && <PartLinks links={parts.map((view) => linkTo(view, current))} />}
      {children}
    </PageFrame>
  );
}

function linkTo({ word, label }: { readonly word: StaffView; readonly label: string }, current: StaffView) {
  return { href: word === null ? '/equipe' : `/equipe?vue=${word}`, label, current: word === current };
}
