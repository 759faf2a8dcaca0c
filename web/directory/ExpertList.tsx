import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { withParameters } from '../common/page/address.ts';
import { counted } from '../common/words/typography.ts';
import { themeLabels } from './filter.ts';

interface ExpertListProps {
  readonly cards: readonly ExpertCard[];
  /** The address of the search, that a sheet leads back to. */
  readonly parameters: URLSearchParams;
}

/** Cards shown at once: more would slow an old phone, and nobody reads that many. */
const pageSize = 48;
const shownThemes = 3;
const excerptLength = 180;

export function ExpertList({ cards, parameters }: ExpertListProps) {
  const [shown, setShown] = useState(pageSize);
  const rest = cards.length - shown;
  return (
    <>
      <ul class="grid experts">
        {cards.slice(0, shown).map((card) => (
          <li key={card.id} class="card">
            <h2 class="expert-name">
              <a href={sheetAddress(card.id, parameters)}>{card.company}</a>
            </h2>
            <p>{excerpt(card.skills)}</p>
            <p class="small muted">{withRest(themeLabels(card), 'thématique')}</p>
            <p class="small muted">{withRest(card.regions, 'région')}</p>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button onClick={() => setShown(shown + pageSize)}>
            Afficher {counted(Math.min(rest, pageSize), 'expert')} de plus
          </Button>
        </div>
      )}
    </>
  );
}

function sheetAddress(expertId: string, parameters: URLSearchParams): string {
  const address = new URLSearchParams(parameters);
  address.set('expert', expertId);
  return withParameters('/', address);
}

/** The first three, then how many more: a card stays a card, whatever the expert ticked. */
function withRest(labels: readonly string[], unit: string): string {
  const rest = labels.length - shownThemes;
  const first = labels.slice(0, shownThemes).join(' · ');
  return rest > 0 ? `${first} · et ${counted(rest, `autre ${unit}`, `autres ${unit}s`)}` : first;
}

function excerpt(text: string): string {
  if (text.length <= excerptLength) return text;
  return `${text.slice(0, text.lastIndexOf(' ', excerptLength))}…`;
}
