import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';

function RegistrationPage() {
  return (
    <PageFrame title="Devenir expert">
      <EmptyState>Cette page se prépare.</EmptyState>
    </PageFrame>
  );
}

mount(<RegistrationPage />);
