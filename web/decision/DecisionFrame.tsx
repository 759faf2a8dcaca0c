import type { ComponentChildren } from 'preact';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';

interface DecisionFrameProps {
  readonly visit: Visit;
  readonly title: string;
  readonly overline?: ComponentChildren;
  readonly children: ComponentChildren;
}

const links = [{ href: '/laureat', label: 'Votre espace' }];

export function DecisionFrame({ visit, title, overline, children }: DecisionFrameProps) {
  return (
    <PageFrame title={title} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {children}
    </PageFrame>
  );
}
