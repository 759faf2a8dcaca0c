import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { homeLink } from '../common/page/home-link.ts';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { MyData } from './MyData.tsx';

function Mine({ visit: { user, signOut } }: { readonly visit: Visit }) {
  const loading = useView({ name: 'myData' });
  const { answer } = loading;
  const links = answer === undefined || isRefusal(answer) ? [] : [homeLink(answer.kind)];
  return (
    <PageFrame title="Mes données" links={links} person={user.name} onSignOut={signOut}>
      <Loaded loading={loading}>{(view) => <MyData view={view} refresh={loading.refresh} />}</Loaded>
    </PageFrame>
  );
}

mount(<SignedInPage>{(visit) => <Mine visit={visit} />}</SignedInPage>);
