import { lastPeriod, summaryKindNames } from '../../functions/src/domain/summaries/periods.ts';
import { makeFigures } from '../../functions/src/store/figures/making.ts';
import { projectBalance } from '../../functions/src/store/laureates/balances.ts';
import { makeSummary } from '../../functions/src/store/summaries/making.ts';
import { demonstrationAccounts, recordAccounts } from './accounts.ts';
import { exchange } from './exchanges.ts';
import { settleMails } from './mails.ts';
import { playMissions } from './playing.ts';
import { demonstrationProgramme, type Size } from './programme.ts';
import { keepViews } from './saved-views.ts';
import { fillDossiers, openProgramme, seatExperts, seatLaureates } from './settling.ts';
import { inParallel, type Place, type Stage, type World } from './world.ts';

const WIDTH = 8;

interface Seeding {
  readonly now: number;
  readonly size: Size;
  readonly progress: (line: string) => void;
}

/**
 * Puts the demonstration in place on empty emulators, without background triggers: projections are made here, and the mails of the past are
 * only recorded. @throws Error when the programme refuses a step of it.
 */
export async function seedDemonstration(stage: Stage, seeding: Seeding): Promise<void> {
  const world = await seedProgramme(stage, seeding);
  seeding.progress('Mails…');
  await settleMails(stage, seeding.now);
  await recordAccounts(stage.auth, demonstrationAccounts(world));
}

/** The same without its mails, which stay to be sent, and without its one-click accounts. */
export async function seedProgramme(stage: Place, { now, size, progress }: Seeding): Promise<World> {
  const programme = demonstrationProgramme(now, size);
  const { laureates: some, experts: others, missions } = programme;
  progress(`${some.length} laureates, their dossiers and scoping notes…`);
  await openProgramme(stage, programme.settings, now);
  const laureates = await seatLaureates(stage, programme);
  await fillDossiers(stage, laureates, programme.importedAt);
  progress(`${others.length} experts…`);
  const experts = await seatExperts(stage, programme.experts);
  const world = { stage, programme, laureates, experts };
  progress(`${missions.length} missions, their diagnostics, devis, attestations and reports…`);
  await playMissions(world);
  await exchange(world, now);
  await keepViews(world, now);
  await inParallel(laureates, WIDTH, ({ id }) => projectBalance(stage.firestore, id));
  progress('The summaries of the last week and month…');
  for (const kind of summaryKindNames) await makeSummary(stage.firestore, lastPeriod(kind, now), now);
  progress('The figures…');
  await makeFigures(stage.firestore, now);
  return world;
}
