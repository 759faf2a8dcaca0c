import type { ComponentChildren } from 'preact';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { PartLinks } from './PartLinks.tsx';
import { type StaffView, staffParts } from './staff-parts.ts';

interface StaffFrameProps {
  readonly visit: Visit;
  /** The part that is open, or that the page shown belongs to. */
  readonly current: StaffView;
  readonly title: string;
  readonly overline?: string;
  readonly children: ComponentChildren;
}

export function StaffFrame({ visit, current, title, overline, children }: StaffFrameProps) {
  const open = underOf(staffParts.find(({ word }) => word === current)) ?? current;
  const links = staffParts.filter((part) => underOf(part) === undefined).map((part) => linkTo(part, open));
  const parts = staffParts.filter((part) => part.word === open || underOf(part) === open);
  return (
    <PageFrame title={title} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {parts.length > 1 && <PartLinks links={parts.map((part) => linkTo(part, current))} />}
      {children}
    </PageFrame>
  );
}

function underOf(part: (typeof staffParts)[number] | undefined): StaffView | undefined {
  return part !== undefined && 'under' in part ? part.under : undefined;
}

function linkTo({ word, label }: { readonly word: StaffView; readonly label: string }, current: StaffView) {
  return { href: word === null ? '/equipe' : `/equipe?vue=${word}`, label, current: word === current };
}
