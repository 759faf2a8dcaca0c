import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';

function DirectoryPage() {
  return (
    <PageFrame title="Annuaire des experts">
      <EmptyState>Cette page se prépare.</EmptyState>
    </PageFrame>
  );
}

mount(<DirectoryPage />);
