import { FiguresPage } from '../figures/FiguresPage.tsx';
import { figurePartIn } from '../figures/figure-parts.ts';
import type { StaffPartProps } from '../staff-parts.ts';

export function FiguresPart({ address }: StaffPartProps) {
  return <FiguresPage part={figurePartIn(address.parameters)} />;
}
