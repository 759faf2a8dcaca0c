import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import { territoryKinds } from '@sur-mesure/functions/domain/programme/territories';
import type { Balance } from '@sur-mesure/functions/domain/subsidy/ledger';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { Pill } from '../common/state-pill/StatePill.tsx';
import { counted } from '../common/words/typography.ts';
import { type LaureateRow, laureatesMatching, totalOf } from './filter.ts';
import { laureateAddress } from './laureate-parts.ts';
import { statusTones } from './status-tones.ts';
import './staff.css';

interface LaureatesProps {
  readonly laureates: readonly LaureateRow[];
  /** The member of staff who reads: whose laureates « les miens » are. */
  readonly reader: string;
}

export function Laureates({ laureates, reader }: LaureatesProps) {
  const [words, setWords] = useState('');
  const [whose, setWhose] = useState<'all' | 'mine'>('all');
  if (laureates.length === 0) {
    return (
      <EmptyState action={<ButtonLink href="/equipe?vue=import">Importer les lauréats</ButtonLink>}>
        Aucun lauréat n’est encore enregistré.
      </EmptyState>
    );
  }
  const found = laureatesMatching(laureates, { words, referentUid: whose === 'mine' ? reader : null });
  const clear = () => {
    setWords('');
    setWhose('all');
  };
  return (
    <>
      <search class="filters">
        <TextField
          id="words"
          label="Nom, région ou promotion"
          type="search"
          optional
          value={words}
          onInput={setWords}
        />
        <SelectField
          id="whose"
          label="Lauréats"
          value={whose}
          onInput={setWhose}
          choices={[
            { value: 'all', label: 'Tous' },
            { value: 'mine', label: 'Les miens' },
          ]}
        />
      </search>
      <p role="status">{counted(found.length, 'lauréat')}</p>
      {found.length === 0 ? (
        <EmptyState action={<Button onClick={clear}>Effacer la recherche</Button>}>
          {whose === 'mine'
            ? 'Aucun lauréat ne répond à ces mots parmi ceux dont vous êtes la personne référente.'
            : 'Aucun lauréat ne répond à ces mots.'}
        </EmptyState>
      ) : (
        <LaureatesTable laureates={found} />
      )}
    </>
  );
}

const amounts = [
  { label: 'Attribué', of: ({ awardedCents }: Balance) => awardedCents },
  { label: 'Engagé', of: ({ committedCents }: Balance) => committedCents },
  { label: 'Réglé', of: ({ settledCents }: Balance) => settledCents },
  { label: 'Reste', of: ({ remainingCents }: Balance) => remainingCents },
] as const;

function LaureatesTable({ laureates }: { readonly laureates: readonly LaureateRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label="Lauréats">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Promotion</th>
            <th scope="col">Note de cadrage</th>
            {amounts.map(({ label }) => (
              <th key={label} scope="col" class="amount">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laureates.map((laureate) => (
            <LaureateLine key={laureate.laureateId} laureate={laureate} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total
            </th>
            <Amounts balance={totalOf(laureates)} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function LaureateLine({ laureate }: { readonly laureate: LaureateRow }) {
  const { laureateId, name, status, region, territory, promotion, noteVersion, noteAnswer, balance } = laureate;
  return (
    <tr>
      <th scope="row" class="row-name">
        <a href={laureateAddress(laureateId)}>{name}</a>
        <span class="row-detail">
          {region} · {territoryKinds[territory]}
        </span>
        {status !== 'active' && <Pill tone={statusTones[status]}>{laureateStatuses[status]}</Pill>}
      </th>
      <td>{promotion}</td>
      <td>
        {noteVersion === null ? (
          <Pill tone="waiting">Attendue</Pill>
        ) : (
          <Pill tone={noteAnswer === 'askForChanges' ? 'waiting' : 'done'}>{noteWords(noteVersion, noteAnswer)}</Pill>
        )}
      </td>
      <Amounts balance={balance} />
    </tr>
  );
}

function Amounts({ balance }: { readonly balance: Balance }) {
  return (
    <>
      {amounts.map(({ label, of }) => (
        <Amount key={label} cents={of(balance)} />
      ))}
    </>
  );
}

function Amount({ cents }: { readonly cents: Cents }) {
  return <td class="amount">{formatEuros(cents)}</td>;
}

const answered = { accept: 'Acceptée', askForChanges: 'À réviser' } as const;

function noteWords(version: number, answer: LaureateRow['noteAnswer']): string {
  const word = answer === null ? 'Remise' : answered[answer];
  return version === 1 ? word : `${word}, version ${version}`;
}
