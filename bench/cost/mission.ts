import type { Post } from '../../functions/src/entrypoints/deliver-mail.ts';
import { publishedExpert } from '../../tests/experts.ts';
import { handingIn } from '../../tests/handing-in.ts';
import { laureateWith, openProgramme } from '../../tests/programme.ts';
import { samplePdf } from '../../tests/sample-pdf.ts';
import { bucket, firestore } from '../../tests/suite.ts';
import { Backend, type Cost, type Person } from './backend.ts';

const answers = {
  diagnostic: {
    context: 'Un atelier partagé.',
    need: 'Des tarifs.',
    findings: 'Peu de marge.',
    goals: 'Équilibre.',
    method: 'Trois ateliers.',
    deliverables: 'Un tableur.',
  },
  report: {
    course: 'Comme prévu.',
    results: 'Des tarifs.',
    deliverables: 'Un tableur.',
    recommendations: 'Suivre.',
  },
  feedback: { overall: 'Satisfaisant', listening: 'Satisfaisant', usefulness: 'Satisfaisant' },
};

/**
 * The plainest mission there is: one laureate, one expert, forms filled on line, one devis as a PDF, nobody changes their mind. Everyone reads the
 * mission before acting, and opens each document once. What came before (import, registration, scoping note) is not counted.
 */
export async function costOfOneMission(post: Post): Promise<Cost> {
  await openProgramme();
  const [laureate, expert] = [await laureateWith(10_000_00), await publishedExpert()];
  const { laureateId, signatory } = laureate;
  const backend = new Backend(firestore, bucket, post);

  const need = {
    expertId: expert.expertId,
    subthemes: ['4.2'],
    need: 'Revoir le modèle.',
    needId: null,
    shareWith: [],
  };
  const { missionId } = await backend.act(signatory, null, laureateId, { action: 'request', input: need });
  await commission(backend, expert.person, missionId, laureateId);
  await decision(backend, signatory, missionId, laureateId);
  await ending(backend, { signatory, expert: expert.person }, missionId, laureateId);
  return backend.cost;
}

async function commission(backend: Backend, expert: Person, missionId: string, laureateId: string): Promise<void> {
  await backend.readMission(expert, missionId);
  await backend.act(expert, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
  await backend.act(expert, missionId, null, { action: 'accept', input: {} });
  const bytes = samplePdf('Devis');
  const piece = { piece: 'devis', missionId, laureateId: null, name: 'devis.pdf', size: bytes.byteLength } as const;
  const devis = await backend.deposit(expert, piece, bytes);
  const diagnostic = { kind: 'form', answers: answers.diagnostic } as const;
  const work = { diagnostic, devisId: devis, split: { [laureateId]: 3_000_00 }, vatCents: 500_00 };
  await backend.act(expert, missionId, null, handingIn(work));
}

async function decision(backend: Backend, signatory: Person, missionId: string, laureateId: string): Promise<void> {
  const { files } = await backend.readMission(signatory, missionId);
  for (const { fileId } of files) await backend.open(signatory, fileId);
  const hashOf = (kind: string) => files.find(({ piece }) => piece === kind)?.sha256 ?? '';
  await backend.act(signatory, missionId, laureateId, {
    action: 'validate',
    input: {
      version: 1,
      diagnosticSha256: hashOf('diagnostic'),
      devisSha256: hashOf('devis'),
      subsidyCents: 3_000_00,
      ownCents: 0,
      consent: true,
    },
  });
}

async function ending(
  backend: Backend,
  people: { signatory: Person; expert: Person },
  missionId: string,
  laureateId: string,
): Promise<void> {
  const { signatory, expert } = people;
  await backend.readMission(expert, missionId);
  await backend.act(expert, missionId, null, {
    action: 'submitReport',
    input: { document: { kind: 'form', answers: answers.report }, finals: { [laureateId]: 2_800_00 } },
  });
  const { files } = await backend.readMission(signatory, missionId);
  const report = files.find(({ piece }) => piece === 'report');
  if (!report) throw new Error('the report was not made');
  await backend.open(signatory, report.fileId);
  await backend.act(signatory, missionId, laureateId, {
    action: 'confirmService',
    input: { finalCents: 2_800_00, reportNumber: 1 },
  });
  await backend.act(signatory, missionId, laureateId, { action: 'giveFeedback', input: { answers: answers.feedback } });
}
