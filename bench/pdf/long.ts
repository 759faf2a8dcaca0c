import type { ReportContext } from '../../functions/src/documents/contexts.ts';
import { samples } from '../../functions/src/documents/samples/samples.ts';

const sections = 14;
const rows = 1_000;

/** Sixty pages: what an expert with much to say hands in, and a table of 1 000 rows after it. No sentence is there twice. */
export function longReport(): ReportContext {
  const { report } = samples;
  const [first] = report.chronology;
  const written = Array.from({ length: sections }, (_section, part) =>
    report.sections.map(({ title, questions }) => ({
      title: `${part + 1}. ${title}`,
      questions: questions.map(({ label, answer }, index) => ({
        label,
        answer: answer.replace(/\.(?=\s|$)/g, ` (${part + 1}.${index + 1}).`),
      })),
    })),
  ).flat();
  const chronology = Array.from({ length: rows }, (_row, index) => ({
    atMs: (first?.atMs ?? 0) + index * 3_600_000,
    label: `Entretien ${index + 1} à l’atelier ${(index * 7) % 31}, ${(index % 5) + 1} personnes, compte rendu ${index * 13}`,
  }));
  return { ...report, sections: written, chronology };
}
