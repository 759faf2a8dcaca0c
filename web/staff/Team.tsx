import { Later } from '../common/loading/Later.tsx';

const loadPeople = () => import('../common/people/OrganisationPeople.tsx');

/** FTL's own people, and those who observe until a date. */
export function Team({ reader }: { readonly reader: string }) {
  return (
    <Later load={loadPeople}>
      {({ OrganisationPeople }) => (
        <OrganisationPeople organisation={{ kind: 'team' }} reader={reader} title="L’équipe du programme" alone>
          <p class="lead">
            L’équipe agit partout ; une personne invitée en observation lit le programme jusqu’à une date, puis son
            accès se ferme de lui-même.
          </p>
        </OrganisationPeople>
      )}
    </Later>
  );
}
