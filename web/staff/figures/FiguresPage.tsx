import type { Figures } from '@sur-mesure/functions/domain/figures/model';
import type { ComponentType } from 'preact';
import { PartLinks } from '../PartLinks.tsx';
import { DelayFigures } from './DelayFigures.tsx';
import { FeedbackFigures } from './FeedbackFigures.tsx';
import { type FigurePart, figurePartLinks } from './figure-parts.ts';
import { MadeFigures } from './MadeFigures.tsx';
import { MissionFigures } from './MissionFigures.tsx';
import { MoneyFigures } from './MoneyFigures.tsx';

const parts = {
  missions: MissionFigures,
  delais: DelayFigures,
  argent: MoneyFigures,
  avis: FeedbackFigures,
} as const satisfies Record<FigurePart, ComponentType<{ readonly figures: Figures }>>;

/** « Statistiques »: one part at a time, of figures that are read once. */
export function FiguresPage({ part }: { readonly part: FigurePart }) {
  const Part = parts[part];
  return (
    <div class="stack stack-loose">
      <PartLinks label="Sujets des statistiques" links={figurePartLinks(part)} />
      <MadeFigures>{(figures) => <Part figures={figures} />}</MadeFigures>
    </div>
  );
}
