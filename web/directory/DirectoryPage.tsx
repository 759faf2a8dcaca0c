import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Loaded, type Loading, useView } from '../common/loading/Loaded.tsx';
import { type Address, useAddress, withParameters } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { counted } from '../common/words/typography.ts';
import { ExpertList } from './ExpertList.tsx';
import { ExpertSheet } from './ExpertSheet.tsx';
import { FilterForm } from './FilterForm.tsx';
import { filterOf, matching, noFilter, parametersOf } from './filter.ts';

type Cards = Loading<{ readonly cards: readonly ExpertCard[] }>;

const links = [
  { href: '/', label: 'Annuaire', current: true },
  { href: '/inscription', label: 'Devenir expert' },
];

export function DirectoryPage() {
  const address = useAddress();
  const loading = useView({ name: 'directory' });
  const expertId = address.parameters.get('expert');
  return expertId === null ? (
    <SearchView address={address} loading={loading} />
  ) : (
    <SheetView expertId={expertId} address={address} loading={loading} />
  );
}

interface ViewProps {
  readonly address: Address;
  readonly loading: Cards;
}

function SearchView({ address, loading }: ViewProps) {
  return (
    <PageFrame title="Annuaire des experts" links={links}>
      <p class="lead">
        Le programme Manufactures de proximité finance, pour chaque tiers-lieu lauréat, l’accompagnement de son choix :
        foncier, gouvernance, modèle économique, production… Trouvez ici qui peut vous aider.
      </p>
      <Loaded loading={loading}>
        {({ cards }) =>
          cards.length === 0 ? <NobodyYet /> : <Search key={address.arrivals} cards={cards} address={address} />
        }
      </Loaded>
    </PageFrame>
  );
}

function NobodyYet() {
  return (
    <EmptyState action={<ButtonLink href="/inscription">Inscrire votre structure</ButtonLink>}>
      L’annuaire ne compte encore personne : les premières inscriptions sont à l’examen.
    </EmptyState>
  );
}

/** Long enough that the address is written between two words, not at each letter (browsers refuse a hundred changes in a row). */
const addressDelayMs = 300;

function Search({ cards, address }: { readonly cards: readonly ExpertCard[]; readonly address: Address }) {
  const [filter, setFilter] = useState(() => filterOf(address.parameters));
  const parameters = parametersOf(filter);
  const wanted = parameters.toString();
  const current = address.parameters.toString();
  useEffect(() => {
    if (wanted === current) return;
    const timer = setTimeout(() => address.refine(new URLSearchParams(wanted)), addressDelayMs);
    return () => clearTimeout(timer);
  }, [wanted, current, address.refine]);
  const found = matching(cards, filter);
  return (
    <>
      <FilterForm filter={filter} onChange={setFilter} />
      <section class="stack" aria-label="Résultats">
        <p role="status">{counted(found.length, 'expert')}</p>
        {found.length === 0 ? (
          <EmptyState action={<Button onClick={() => setFilter(noFilter)}>Effacer les critères</Button>}>
            Personne ne répond à tous ces critères. Retirez-en un, ou cherchez d’autres mots.
          </EmptyState>
        ) : (
          <ExpertList key={wanted} cards={found} parameters={parameters} />
        )}
      </section>
    </>
  );
}

function SheetView({ expertId, address, loading }: ViewProps & { readonly expertId: string }) {
  const back = new URLSearchParams(address.parameters);
  back.delete('expert');
  const title = cardTitle(loading, expertId);
  return (
    <PageFrame title={title} overline="Annuaire des experts" links={links}>
      <p class="no-print">
        <a href={withParameters('/', back)}>← Revenir aux résultats</a>
      </p>
      <Loaded loading={loading}>
        {({ cards }) => {
          const card = cards.find(({ id }) => id === expertId);
          return card === undefined ? (
            <EmptyState action={<ButtonLink href="/">Voir tout l’annuaire</ButtonLink>}>
              Cette fiche n’est pas, ou plus, dans l’annuaire.
            </EmptyState>
          ) : (
            <ExpertSheet card={card} />
          );
        }}
      </Loaded>
    </PageFrame>
  );
}

function cardTitle({ answer }: Cards, expertId: string): string {
  const cards = answer !== undefined && 'cards' in answer ? answer.cards : [];
  return cards.find(({ id }) => id === expertId)?.company ?? 'Fiche d’expert';
}
