import { type LaureateFilters, type LaureatesView, laureateSorts } from '@sur-mesure/functions/domain/lists/laureates';
import { Button, ButtonLink } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { ColumnsField } from '../lists/ColumnsField.tsx';
import { ListSelect } from '../lists/ListSelect.tsx';
import { OrderField } from '../lists/OrderField.tsx';
import { Found, Pager } from '../lists/Pager.tsx';
import { PromotionSelect, RegionSelect } from '../lists/ProgrammeSelects.tsx';
import { WordsField } from '../lists/WordsField.tsx';
import { LaureatesTable } from './LaureatesTable.tsx';
import { type LaureateList, laureateWords, noteChoices, statusChoices } from './laureate-address.ts';

interface LaureatesProps {
  readonly shown: LaureatesView;
  readonly list: LaureateList;
  readonly turning: boolean;
}

/** The laureates of the programme, a page at a time. */
export function Laureates({ shown, list, turning }: LaureatesProps) {
  const { page, registered } = shown;
  if (registered === 0) {
    return (
      <EmptyState action={<ButtonLink href="/equipe?vue=import">Importer les lauréats</ButtonLink>}>
        Aucun lauréat n’est encore enregistré.
      </EmptyState>
    );
  }
  return (
    <>
      <Filters list={list} />
      <Found count={page.total} noun="lauréat" turning={turning} />
      {page.total === 0 ? (
        <EmptyState action={<Button onClick={list.clear}>Effacer les critères</Button>}>
          {emptyWords(list.filters)}
        </EmptyState>
      ) : (
        <LaureatesTable {...{ laureates: page.rows, total: shown.total, count: page.total, list, turning }} />
      )}
      <Pager label="Lauréats" page={page} hrefOf={list.hrefOf} />
    </>
  );
}

function emptyWords({ mine }: LaureateFilters): string {
  return mine
    ? 'Aucun lauréat ne répond à ces critères parmi ceux dont vous êtes la personne référente.'
    : 'Aucun lauréat ne répond à ces critères.';
}

const whose = [
  { value: 'all', label: 'Tous' },
  { value: 'mine', label: 'Les miens' },
] as const;

function Filters({ list }: { readonly list: LaureateList }) {
  const { filters, filter, page } = list;
  const { words, mine, note, status, region, promotion } = filters;
  const more = note !== null || status !== null || region !== null || promotion !== null;
  return (
    <search>
      <div class="filters">
        <WordsField
          label="Nom, SIRET, région ou promotion"
          words={words}
          onWords={(typed) => filter({ words: typed })}
        />
        <SelectField
          id="whose"
          label="Lauréats"
          optional
          value={mine ? 'mine' : 'all'}
          onInput={(chosen) => filter({ mine: chosen === 'mine' })}
          choices={whose}
        />
      </div>
      <details class="more-filters" open={more}>
        <summary>Note, statut, région, promotion et ordre</summary>
        <div class="filters">
          <ListSelect
            {...{ id: 'note', label: 'Note de cadrage', all: 'Toutes', choices: noteChoices, value: note }}
            onChoose={(chosen) => filter({ note: chosen })}
          />
          <ListSelect
            {...{ id: 'status', label: 'Statut', all: 'Tous les statuts', choices: statusChoices, value: status }}
            onChoose={(chosen) => filter({ status: chosen })}
          />
          <RegionSelect value={region} onChoose={(chosen) => filter({ region: chosen })} />
          <PromotionSelect value={promotion} onChoose={(chosen) => filter({ promotion: chosen })} />
          <OrderField
            sorts={laureateSorts}
            names={Object.values(laureateWords.sorts)}
            {...{ sort: page.sort, descending: page.descending, onOrder: list.orderBy }}
          />
        </div>
      </details>
      <ColumnsField words={laureateWords} list={list} />
    </search>
  );
}
