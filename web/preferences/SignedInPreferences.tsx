import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { homeLink } from '../common/page/home-link.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { Choices } from './Choices.tsx';
import { usePreferences } from './usePreferences.ts';

/** In one's session, from the menu at the top of each page. */
export function SignedInPreferences() {
  return <SignedInPage>{(visit) => <Mine visit={visit} />}</SignedInPage>;
}

function Mine({ visit: { user, signOut } }: { readonly visit: Visit }) {
  const choosing = usePreferences(null);
  const { answer } = choosing;
  const reader = answer === undefined || isRefusal(answer) ? undefined : (answer.reader ?? 'staff');
  const links = reader === undefined ? [] : [homeLink(reader)];
  return (
    <PageFrame title="Mes courriels" links={links} person={user.name} onSignOut={signOut}>
      <Choices choosing={choosing} />
    </PageFrame>
  );
}
