import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSmtpSettings } from '../../functions/src/mail/settings.ts';
import { startEmulators } from '../../tools/emulators/launch.ts';
import { localLinkKeys } from '../../tools/emulators/link-keys.ts';
import { host, portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import { startInbox } from '../../tools/inbox.ts';
import type { Goal, Measured } from '../goal.ts';
import type { Cost } from './backend.ts';

const units: Readonly<Record<keyof Cost, Measured['unit']>> = {
  reads: 'operations',
  writes: 'operations',
  deletes: 'operations',
  invocations: 'operations',
  storedBytes: 'KB',
};

type Figure = keyof Cost;
const figures: readonly Figure[] = ['reads', 'writes', 'deletes', 'invocations', 'storedBytes'];

/** What one mission may cost. Whoever raises a figure says why in the commit. */
async function budget(): Promise<Cost> {
  return JSON.parse(await readFile(join(import.meta.dirname, 'budget.json'), 'utf8'));
}

async function measure(): Promise<Cost> {
  const projectId = 'demo-sur-mesure-bench';
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const inbox = await startInbox({ smtp: 0, web: 0 });
  const emulators = await startEmulators({ projectId, ports, only: ['firestore', 'storage'], userInterface: false });
  try {
    Object.assign(process.env, emulators.env, {
      // What else the tests' own programme asks of a started suite; nothing here signs in or opens a page.
      FIREBASE_AUTH_EMULATOR_HOST: `${host}:${ports.auth}`,
      SUR_MESURE_ORIGIN: `http://${host}`,
      SUR_MESURE_INBOX: inbox.address,
      SUR_MESURE_SUITE_LOG: emulators.logFile,
    });
    const { costOfOneMission } = await import('./mission.ts');
    const post = { origin: `http://${host}`, smtp: smtpTo(inbox.smtpPort), linkKeys: localLinkKeys, clock: Date.now };
    return await costOfOneMission(post);
  } finally {
    await emulators.stop();
    await inbox.stop();
  }
}

function smtpTo(port: number) {
  return readSmtpSettings({
    SMTP_HOST: host,
    SMTP_PORT: `${port}`,
    SMTP_SECURITY: 'none',
    SMTP_USER: '',
    SMTP_PASSWORD: '',
    MAIL_FROM: 'surmesure@tierslieux.example',
    MAIL_FROM_NAME: 'France Tiers-Lieux',
    MAILS_A_MINUTE: '100000',
  });
}

export async function goals(): Promise<Goal[]> {
  const allowed = await budget();
  const cost = await measure();
  const scaled = (figure: Figure, value: number) => (units[figure] === 'KB' ? value / 1_000 : value);
  return figures.map((figure) => ({
    name: `one mission, ${figure}`,
    ours: scaled(figure, cost[figure]),
    reference: scaled(figure, allowed[figure]),
    goal: 1,
    unit: units[figure],
  }));
}
