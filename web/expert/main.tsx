import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { SignedInPage } from '../common/page/SignedInPage.tsx';

function ExpertPage() {
  return (
    <SignedInPage>
      {({ user, signOut }) => (
        <PageFrame title="Vos missions" person={user.name} onSignOut={signOut}>
          <EmptyState>Cette page se prépare.</EmptyState>
        </PageFrame>
      )}
    </SignedInPage>
  );
}

mount(<ExpertPage />);
