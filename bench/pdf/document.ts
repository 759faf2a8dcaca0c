import type { Block } from '../../functions/src/documents/blocks.ts';
import type { DiagnosticContext } from '../../functions/src/documents/contexts.ts';
import { readBlocks } from '../../functions/src/documents/markdown.ts';
import { issuedAtMs, samples } from '../../functions/src/documents/samples/samples.ts';
import { fill } from '../../functions/src/documents/values.ts';

export { issuedAtMs };

/** What a peer is given: our blocks, already made, so that it pays neither template nor Markdown. */
export interface PeerDocument {
  title: string;
  programme: string;
  notice: string;
  blocks: readonly Block[];
}

/** With the totals, the 12-line table of the goals. */
const lines = Array.from({ length: 10 }, (_, index) => ({
  label: `Lot ${index + 1} : ${['observation', 'ateliers', 'chiffrage', 'restitution'][index % 4]}`,
  amountCents: 20_000 + index * 1_111,
}));

/** The four-page diagnostic, different each time: nothing that an engine remembers may stand for work. */
export function contextOf(index: number): DiagnosticContext {
  const { diagnostic } = samples;
  const mission = { ...diagnostic.mission, reference: `SM-2025-${String(index).padStart(5, '0')}` };
  const sections = diagnostic.sections.map((section) => ({
    ...section,
    questions: section.questions.map(({ label, answer }) => ({ label, answer: `${answer} Pièce ${index * 7 + 3}.` })),
  }));
  return { ...diagnostic, mission, sections, devis: { ...diagnostic.devis, lines } };
}

export function peerDocument(index: number): PeerDocument {
  const context = contextOf(index);
  return {
    title: `Diagnostic préalable de mission – ${context.mission.reference}`,
    programme: context.programme,
    notice: `Diagnostic préalable de mission, version ${context.version}`,
    blocks: readBlocks(fill('diagnostic', context)),
  };
}
