import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { of } from '../common/words/typography.ts';
import { expertLinks } from './links.ts';

const loadPeople = () => import('../common/people/OrganisationPeople.tsx');

/** Who acts for the company: its contact invites consultants, each of whom declares in its own name. */
export function TeamPage({ user, signOut }: Visit) {
  const loading = useView({ name: 'expert' });
  return (
    <PageFrame title="L’équipe" links={expertLinks('team')} person={user.name} onSignOut={signOut}>
      <Loaded loading={loading}>
        {({ expert }) => (
          <Later load={loadPeople}>
            {({ OrganisationPeople }) => (
              <OrganisationPeople
                organisation={{ kind: 'expert', expertId: expert.id }}
                reader={user.uid}
                title="L’équipe"
                alone
              >
                <p class="lead">
                  Chaque personne {of(expert.company)} entre avec sa propre adresse et déclare en son nom n’avoir aucun
                  intérêt : le dossier d’une manufacture ne s’ouvre qu’à elle.
                </p>
              </OrganisationPeople>
            )}
          </Later>
        )}
      </Loaded>
    </PageFrame>
  );
}
