import type { MyDataView } from '@sur-mesure/functions/domain/my-data/views';
import { PreparedArchive } from '../common/archive/PreparedArchive.tsx';
import { Erasure } from './Erasure.tsx';

interface MyDataProps {
  readonly view: MyDataView;
  readonly refresh: () => void;
}

/** What is kept of its reader: a copy of it, and its end. */
export function MyData({ view, refresh }: MyDataProps) {
  const { uid, personName, email, request } = view;
  return (
    <div class="stack stack-loose">
      <p class="lead">
        Ce que le service garde de vous, {personName} ({email}).{' '}
        <a href="/donnees-personnelles">Pourquoi, et combien de temps</a>
      </p>
      <p>
        Une erreur dans votre nom, votre adresse ou votre téléphone ? Votre espace, ou l’équipe France Tiers-Lieux, les
        corrige.
      </p>
      <PreparedArchive scope={{ kind: 'person', uid }} />
      <Erasure request={request} refresh={refresh} />
    </div>
  );
}
