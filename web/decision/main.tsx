import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { SignedInPage } from '../common/page/SignedInPage.tsx';

function DecisionPage() {
  return (
    <SignedInPage>
      {({ user, signOut }) => (
        <PageFrame title="Décider d’un devis" person={user.name} onSignOut={signOut}>
          <EmptyState>Cette page se prépare.</EmptyState>
        </PageFrame>
      )}
    </SignedInPage>
  );
}

mount(<DecisionPage />);
