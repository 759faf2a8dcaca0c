import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import type { MatchedExpert } from '@sur-mesure/functions/domain/experts/matching';
import { EXPERTS_A_PAGE, MOST_ASKED } from '@sur-mesure/functions/domain/experts/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { webAddress } from '@sur-mesure/functions/domain/web-address';
import { Button } from '../button/Button.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { GroupFrame } from '../field/FieldFrame.tsx';
import { TextField } from '../field/TextField.tsx';
import { Loaded } from '../loading/Loaded.tsx';
import { counted } from '../words/typography.ts';
import type { Matches } from './useMatches.ts';
import './matches.css';

interface ExpertMatchesProps {
  readonly matches: Matches;
  readonly label: string;
  readonly chosenIds: readonly string[];
  readonly error?: string | undefined;
  readonly onChoose: (expertIds: readonly string[]) => void;
}

/** Experts to tick, those who suit the need first, each with its reasons. Who is chosen stays in sight whatever is searched. */
export function ExpertMatches({ matches, label, chosenIds, error, onChoose }: ExpertMatchesProps) {
  const { shown, loading, words, search, turn, chosen } = matches;
  if (shown === undefined || isRefusal(loading.answer)) return <Loaded loading={loading}>{() => null}</Loaded>;
  const elsewhere = chosen.filter(({ card }) => !shown.matches.some((one) => one.card.id === card.id));
  const choose = (expertId: string, ticked: boolean) =>
    onChoose(ticked ? [...chosenIds, expertId] : chosenIds.filter((id) => id !== expertId));
  const turnTo = (page: number) => {
    turn(page);
    // The next page begins above the button that was pressed.
    const list = document.getElementById('expert');
    list?.scrollIntoView();
    list?.focus({ preventScroll: true });
  };
  return (
    <div class="stack" aria-busy={loading.answer === undefined}>
      <TextField
        id="expert-search"
        label="Chercher par nom, métier ou filière"
        optional
        type="search"
        width="medium"
        value={words}
        onInput={search}
      />
      <p class="muted" role="status">
        {statusOf(shown.found, words)}
      </p>
      <GroupFrame
        field={{
          ...{ id: 'expert', label, error },
          hint: `Vous pouvez en cocher plusieurs, ${MOST_ASKED} au plus, pour comparer leurs réponses.`,
        }}
      >
        <ul class="matches">
          {[...elsewhere, ...shown.matches].map((matched) => (
            <Match
              key={matched.card.id}
              matched={matched}
              chosen={chosenIds.includes(matched.card.id)}
              onChoose={(ticked) => choose(matched.card.id, ticked)}
            />
          ))}
        </ul>
      </GroupFrame>
      {shown.found === 0 && words === '' && (
        <EmptyState>L’annuaire ne compte encore aucun expert : l’équipe du programme l’ouvre bientôt.</EmptyState>
      )}
      <Pages page={shown.page} count={Math.ceil(shown.found / EXPERTS_A_PAGE)} turn={turnTo} />
    </div>
  );
}

function statusOf(found: number, words: string): string {
  if (found > 0) return `${counted(found, 'expert')}, ceux qui répondent le mieux au besoin d’abord`;
  return words === '' ? '' : 'Aucun expert ne répond à ces mots : essayez-en d’autres, ou effacez-les.';
}

interface MatchProps {
  readonly matched: MatchedExpert;
  readonly chosen: boolean;
  readonly onChoose: (ticked: boolean) => void;
}

function Match({ matched: { card, reasons }, chosen, onChoose }: MatchProps) {
  const id = `expert-${card.id}`;
  return (
    <li class={chosen ? 'match match-chosen' : 'match'}>
      <div class="option">
        <input
          id={id}
          type="checkbox"
          name="expert"
          value={card.id}
          checked={chosen}
          aria-describedby={`${id}-reasons`}
          onInput={(event) => onChoose(event.currentTarget.checked)}
        />
        <label for={id}>{card.company}</label>
      </div>
      <ul class="reasons" id={`${id}-reasons`}>
        {reasons.map(({ about, speaksFor, words }) => (
          <li key={about} class={speaksFor ? 'reason-for' : 'reason-against'}>
            {words}
          </li>
        ))}
      </ul>
      <Sheet card={card} />
    </li>
  );
}

/** What the expert publishes, folded: who chooses reads two or three of them. */
function Sheet({ card: { company, skills, sectors, website, email, phone } }: { readonly card: ExpertCard }) {
  const address = webAddress(website);
  return (
    <details class="more">
      <summary>
        Voir la fiche <span class="visually-hidden">de {company}</span>
      </summary>
      <div class="stack stack-tight">
        <p class="typed">{skills}</p>
        {sectors !== '' && <p class="typed muted">Filières : {sectors}</p>}
        {email !== null && (
          <p>
            <a href={`mailto:${email}`} class="tall-link">
              {email}
            </a>
          </p>
        )}
        {phone !== null && (
          <p>
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} class="tall-link">
              {phone}
            </a>
          </p>
        )}
        {address !== null && (
          <p>
            <a href={address.href} class="tall-link" target="_blank" rel="noreferrer">
              {address.hostname}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

interface PagesProps {
  readonly page: number;
  readonly count: number;
  readonly turn: (page: number) => void;
}

function Pages({ page, count, turn }: PagesProps) {
  if (count < 2) return null;
  return (
    <nav class="row" aria-label="Pages de la liste d’experts">
      <Button id="experts-before" unavailable={page === 0 ? 'Première page' : undefined} onClick={() => turn(page - 1)}>
        Page précédente
      </Button>
      <span class="muted">
        Page {page + 1} sur {count}
      </span>
      <Button
        id="experts-after"
        unavailable={page + 1 === count ? 'Dernière page' : undefined}
        onClick={() => turn(page + 1)}
      >
        Page suivante
      </Button>
    </nav>
  );
}
