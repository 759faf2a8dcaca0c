import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { Counted, Summary } from '@sur-mesure/functions/domain/summaries/summary';
import { DateText } from '../../common/words/DateText.tsx';
import { Listing } from './Listing.tsx';

const listOf = new Intl.ListFormat('fr-FR');

/** Where missions are, what happened to them, and which of them are over. */
export function Journal({ summary }: { readonly summary: Summary }) {
  const { states, counts, ended, happened } = summary;
  return (
    <section class="stack" aria-labelledby="journal-title">
      <h2 id="journal-title">Les missions</h2>
      <CountedTable
        id="states"
        title="Où elles en sont"
        what="État"
        rows={states}
        empty="Aucune mission n’est en cours."
      />
      <CountedTable
        id="counts"
        title="Ce que la période a compté"
        what="Événement"
        rows={counts}
        empty="Rien ne s’est passé dans la période."
      />
      <Listing
        id="ended"
        title="Missions achevées"
        columns={[
          { title: 'Mission' },
          { title: 'Comment' },
          { title: 'Le', shows: 'date' },
          { title: 'Réglé', shows: 'amount', isNamed: true },
        ]}
        empty="Aucune mission ne s’est achevée dans la période."
        rows={ended.map(({ day, laureates, expert, how, finalCents }) => ({
          key: `${day}.${expert}.${laureates.join('.')}`,
          cells: [`${listOf.format(laureates)}, avec ${expert}`, how, <DateText day={day} />, formatEuros(finalCents)],
        }))}
      />
      {happened.length > 0 && (
        <Listing
          id="happened"
          title="Tout ce qui s’est passé, jour après jour"
          columns={[{ title: 'Quoi' }, { title: 'Qui' }, { title: 'Le', shows: 'date' }]}
          empty=""
          rows={happened.map(({ at, what, who }, index) => ({
            key: `${at}.${index}`,
            cells: [what, who, <DateText instant={at} />],
          }))}
        />
      )}
    </section>
  );
}

interface CountedTableProps {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly rows: readonly Counted[];
  readonly empty: string;
}

function CountedTable({ id, title, what, rows, empty }: CountedTableProps) {
  return (
    <Listing
      {...{ id, title, empty }}
      columns={[{ title: what }, { title: 'Nombre' }]}
      rows={rows.map(({ label, count }) => ({ key: label, cells: [label, count] }))}
    />
  );
}
