import { useEffect, useState } from 'preact/hooks';
import { Later } from '../common/loading/Later.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { tokenIn } from '../sign-in/link-token.ts';
import { Choices } from './Choices.tsx';
import { usePreferences } from './usePreferences.ts';

/** The session weighs 20 kB, and whoever comes by a link has no need of it. */
const loadSignedIn = () => import('./SignedInPreferences.tsx');

function PreferencesPage() {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    // A link of another mail opened over this very page changes the fragment only.
    const arrive = () => setFragment(location.hash);
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  const link = tokenIn(fragment);
  return link === undefined ? (
    <Later load={loadSignedIn}>{({ SignedInPreferences }) => <SignedInPreferences />}</Later>
  ) : (
    <ByLink key={link} link={link} about={new URLSearchParams(fragment.slice(1)).get('courriel') ?? undefined} />
  );
}

/** The link stays in the address, so that a reload finds the same page: it signs nobody in, and opens nothing but these choices. */
function ByLink({ link, about }: { readonly link: string; readonly about: string | undefined }) {
  const choosing = usePreferences(link);
  return (
    <PageFrame title="Mes courriels">
      <Choices {...{ choosing, about }} />
    </PageFrame>
  );
}

mount(<PreferencesPage />);
