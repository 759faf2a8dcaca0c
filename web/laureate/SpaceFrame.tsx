import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { ComponentChildren } from 'preact';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import type { Addresses } from './addresses.ts';

/** What each view of the space is given. */
export interface SpaceProps {
  readonly visit: Visit;
  /** Chosen among several, or null: the server then takes the person's own. */
  readonly laureateId: string | null;
  /** Experts chosen elsewhere: in the public directory, or among those that suit a need. */
  readonly expertIds: readonly string[];
  /** The needs that they were looked for. */
  readonly subthemes: readonly string[];
  /** An ended mission that a request follows. */
  readonly predecessorId?: string | undefined;
  /** A need that others have too, when the request comes from there: one sub-theme, to be shared. */
  readonly sharedSubtheme?: string | undefined;
  readonly addresses: Addresses;
}

interface SpaceFrameProps {
  readonly space: SpaceProps;
  readonly title: string;
  readonly overline?: ComponentChildren;
  readonly current?: 'home' | 'experts' | 'request' | 'note' | 'dossier';
  readonly children: ComponentChildren;
}

export function SpaceFrame({ space, title, overline, current, children }: SpaceFrameProps) {
  const { visit, addresses } = space;
  const links = [
    { name: 'home', href: addresses.home, label: 'Accueil' },
    { name: 'experts', href: addresses.experts, label: 'Experts' },
    { name: 'request', href: addresses.request, label: 'Demander une mission' },
    { name: 'note', href: addresses.note, label: 'Note de cadrage' },
    { name: 'dossier', href: addresses.dossier, label: 'Dossier' },
  ].map(({ name, ...link }) => ({ ...link, current: name === current }));
  return (
    <PageFrame title={title} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {children}
    </PageFrame>
  );
}

interface HomeLoadedProps {
  readonly space: SpaceProps;
  readonly children: (home: LaureateHome, reload: () => void) => ComponentChildren;
}

/** The views that need to know the laureate first: one request, the same as the home's. */
export function HomeLoaded({ space, children }: HomeLoadedProps) {
  const loading = useView({ name: 'laureate', laureateId: space.laureateId });
  return <Loaded loading={loading}>{(home) => children(home, loading.reload)}</Loaded>;
}
