import type { MyDataView } from '@sur-mesure/functions/domain/my-data/views';
import { Contact } from '../accessibility/Contact.tsx';
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
      <section class="stack stack-tight">
        <p>Une erreur dans votre nom, votre adresse ou votre téléphone ? Dites-le à l’équipe, qui la corrige.</p>
        <Contact />
      </section>
      <PreparedArchive scope={{ kind: 'person', uid }} />
      <Erasure request={request} refresh={refresh} />
    </div>
  );
}
