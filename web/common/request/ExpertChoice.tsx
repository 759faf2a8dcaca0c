import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { RadioField } from '../field/ChoiceFields.tsx';
import { TextField } from '../field/TextField.tsx';
import { counted } from '../words/typography.ts';
import { type RankedExpert, rankedExperts } from './request-draft.ts';

interface ExpertChoiceProps {
  readonly title: string;
  readonly cards: readonly ExpertCard[];
  readonly subthemes: readonly string[];
  readonly chosenId: string;
  readonly error: string | undefined;
  readonly onChoose: (expertId: string) => void;
}

const page = 8;
const longestExcerpt = 120;

/** The directory, with those who cover the chosen sub-themes first. The chosen one stays in sight whatever is searched. */
export function ExpertChoice({ title, cards, subthemes, chosenId, error, onChoose }: ExpertChoiceProps) {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(page);
  const found = rankedExperts(cards, { subthemes, words });
  const visible = found.slice(0, shown);
  const chosen = rankedExperts(cards, { subthemes, words: '' }).filter(({ card }) => card.id === chosenId);
  const offered = [...chosen.filter(({ card }) => !visible.some((one) => one.card.id === card.id)), ...visible];
  return (
    <section class="stack" aria-labelledby="expert-title">
      <h2 id="expert-title">{title}</h2>
      {cards.length === 0 ? (
        <EmptyState>L’annuaire ne compte encore aucun expert : l’équipe du programme l’ouvre bientôt.</EmptyState>
      ) : (
        <>
          <TextField
            id="expert-search"
            label="Chercher par nom, métier ou filière"
            optional
            type="search"
            width="medium"
            value={words}
            onInput={(typed) => {
              setWords(typed);
              setShown(page);
            }}
          />
          <p class="muted" role="status">
            {counted(found.length, 'expert')}
            {subthemes.length > 0 && ', ceux qui couvrent vos sous-thématiques d’abord'}
          </p>
          <RadioField
            id="expert"
            label="À qui demandez-vous la mission ?"
            error={error}
            choices={offered.map((ranked) => choiceOf(ranked, subthemes.length))}
            value={chosenId}
            onInput={onChoose}
          />
          {found.length > shown && (
            <div>
              <Button onClick={() => setShown(shown + page)}>Voir plus d’experts</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function choiceOf({ card, covered }: RankedExpert, asked: number) {
  const coverage = asked === 0 ? '' : `${coverageOf(covered, asked)} `;
  const excerpt =
    card.skills.length > longestExcerpt
      ? `${card.skills.slice(0, longestExcerpt).replace(/\s+\S*$/, '')}…`
      : card.skills;
  return { value: card.id, label: card.company, hint: `${coverage}${excerpt}` };
}

function coverageOf(covered: number, asked: number): string {
  if (covered === 0) return 'Ne déclare pas ce que vous cherchez.';
  return covered === asked
    ? 'Couvre tout ce que vous cherchez.'
    : `Couvre ${covered} de vos ${asked} sous-thématiques.`;
}
