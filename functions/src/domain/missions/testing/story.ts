import { DAY, type Instant } from '../../calendar.ts';
import { builtInForms } from '../../forms/built-in.ts';
import { defaultSettings, type ProgrammeSettings } from '../../programme/settings.ts';
import { wholeBase } from '../../subsidy/funded.ts';
import type { Invoice } from '../../subsidy/invoice.ts';
import { balanceOf } from '../../subsidy/ledger.ts';
import { faultSentence, ledgerFault } from '../../subsidy/ledger-fault.ts';
import type { Share, SubmittedAmounts } from '../../subsidy/share.ts';
import type { ActionInputs, ActionName, Command } from '../actions.ts';
import { type Decision, decide } from '../decide.ts';
import type { ExpertFacts, Facts, FileFacts, Grant, LaureateFacts } from '../facts.ts';
import type { Mission, MissionEvent } from '../mission.ts';
import type { AmendmentRecord, Outcome } from '../outcome.ts';
import { commandOf } from './commands.ts';
import { EXPERT, type Person } from './people.ts';

/** A weekday at noon, in the middle of the programme. */
const START: Instant = Date.UTC(2024, 2, 5, 11);

interface Kept {
  mission: Mission | null;
  shares: Record<string, Share>;
  submitted: SubmittedAmounts | null;
  amendment: AmendmentRecord | null;
  events: MissionEvent[];
}

const nothingKept: Kept = { mission: null, shares: {}, submitted: null, amendment: null, events: [] };

/**
 * A small programme in memory, for tests: it plays commands through `decide` and keeps what the store would write. Three laureates (`atelier`,
 * `bocal`, `chanvre`) with 10 000 € each and a scoping note, one expert that may be commissioned.
 */
export class Story {
  now = START;
  /** How long ago everybody signed in. */
  signedInAgo = 60_000;
  settings: ProgrammeSettings = defaultSettings;
  laureates: Record<string, LaureateFacts> = Object.fromEntries(
    ['atelier', 'bocal', 'chanvre'].map((id) => [id, awarded(id, 10_000_00)]),
  );
  expert: ExpertFacts = {
    ...{ id: EXPERT, name: 'La Forge', state: 'published' },
    ...{ published: true, mayBeCommissioned: true, interests: [] },
  };
  files: Record<string, FileFacts> = {};
  grants: Grant[] = [];
  invoices: Record<string, Invoice> = {};
  takenForms: Facts['takenForms'] = {
    diagnostic: { inForce: builtInForms.diagnostic, before: null },
    report: { inForce: builtInForms.report, before: null },
    feedback: { inForce: builtInForms.feedback, before: null },
  };
  missionId = 'm1';
  /** The ended mission that the next request follows. */
  predecessorId: string | null = null;
  readonly #missions = new Map<string, Kept>();

  /** Turns to another mission of the same programme. */
  about(missionId: string): this {
    this.missionId = missionId;
    return this;
  }

  later(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  daysLater(days: number): this {
    return this.later(days * DAY);
  }

  get mission(): Mission {
    const { mission } = this.#kept;
    if (mission === null) throw new Error(`mission ${this.missionId} has not been asked for yet`);
    return mission;
  }
  get missionIfAny(): Mission | null {
    return this.#kept.mission;
  }
  get shares(): Readonly<Record<string, Share>> {
    return this.#kept.shares;
  }
  get submitted(): SubmittedAmounts | null {
    return this.#kept.submitted;
  }
  get events(): readonly MissionEvent[] {
    return this.#kept.events;
  }

  laureate(laureateId: string): LaureateFacts {
    const laureate = this.laureates[laureateId];
    if (!laureate) throw new Error(`no laureate ${laureateId}`);
    return laureate;
  }
  share(laureateId: string): Share {
    const share = this.shares[laureateId];
    if (!share) throw new Error(`no share of ${laureateId}`);
    return share;
  }
  remaining(laureateId: string): number {
    return balanceOf(this.laureates[laureateId]?.entries ?? []).remainingCents;
  }
  change(laureateId: string, change: Partial<LaureateFacts>): this {
    this.laureates = { ...this.laureates, [laureateId]: { ...this.laureate(laureateId), ...change } };
    return this;
  }

  /** A verified PDF of this person for the current mission. */
  deposit(person: Person, name: string, change: Partial<FileFacts> = {}): string {
    const id = `${this.missionId}-${name}-${person.uid}`;
    const file = { id, piece: 'devis', missionId: this.missionId, laureateId: null, ownerUid: person.uid } as const;
    this.files = {
      ...this.files,
      [id]: { ...file, contentType: 'application/pdf', sha256: hashOf(id), ...change },
    };
    return id;
  }
  sha256(fileId: string | undefined): string {
    return this.files[fileId ?? '']?.sha256 ?? '';
  }

  facts(person: Person): Facts {
    const { mission, shares, submitted, amendment } = this.#kept;
    const { now, settings, missionId, laureates, expert, files, grants, invoices, takenForms } = this;
    const { laureateId, onBehalf } = person;
    const actor = person.actor(now - this.signedInAgo);
    const predecessor = this.#missions.get(this.predecessorId ?? '')?.mission ?? null;
    const sameNeed = [...this.#missions.values()].flatMap(({ mission: known }) => known ?? []);
    const common = { now, settings, missionId, laureates, expert, files, grants, invoices, sameNeed, takenForms };
    const askedBy = onBehalf ? ({ name: 'Anne Le Goff', how: 'phone' } as const) : null;
    return { ...common, actor, laureateId, onBehalf, askedBy, mission, predecessor, shares, submitted, amendment };
  }

  command<Name extends ActionName>(person: Person, action: Name, change: Partial<ActionInputs[Name]> = {}): Command {
    return commandOf[action](this, person, change);
  }

  /** The verdict alone: nothing is kept. */
  verdict(person: Person, command: Command): Decision {
    return decide(this.facts(person), command);
  }

  /** The code of the refusal, null when allowed. */
  refusal<Name extends ActionName>(
    person: Person,
    action: Name,
    change: Partial<ActionInputs[Name]> = {},
  ): string | null {
    const decision = this.verdict(person, this.command(person, action, change));
    return decision.allowed ? null : decision.refusal.code;
  }

  /** Does it, and keeps what the commit would write. Throws when it is refused: a test that expects that asks `refusal`. */
  play<Name extends ActionName>(person: Person, action: Name, change: Partial<ActionInputs[Name]> = {}): Outcome {
    const decision = this.verdict(person, this.command(person, action, change));
    if (!decision.allowed) throw new Error(`${action} by ${person.uid}: ${decision.refusal.code}`);
    return this.keep(decision.outcome);
  }

  get #kept(): Kept {
    return this.#missions.get(this.missionId) ?? nothingKept;
  }

  keep(outcome: Outcome): Outcome {
    const followed = outcome.predecessor && this.#missions.get(outcome.predecessor.id);
    if (outcome.predecessor && followed) {
      this.#missions.set(outcome.predecessor.id, { ...followed, mission: outcome.predecessor });
    }
    const kept = this.#kept;
    this.#missions.set(this.missionId, {
      mission: outcome.mission,
      shares: { ...kept.shares, ...Object.fromEntries(outcome.shares.map((share) => [share.laureateId, share])) },
      submitted: outcome.submitted ?? (outcome.mission.submission ? kept.submitted : null),
      amendment: outcome.amendment ?? (outcome.mission.openAmendment ? kept.amendment : null),
      events: [...kept.events, outcome.event],
    });
    for (const { laureateId, entry } of outcome.entries) {
      const entries = [...this.laureate(laureateId).entries, entry];
      // The store refuses such a commit; here the test fails at once, at the step that did it.
      const fault = ledgerFault(entries);
      if (fault) throw new Error(`${outcome.event.action}: ${faultSentence(fault)}`);
      this.change(laureateId, { entries });
    }
    const touched = new Set(outcome.grants.map(grantKey));
    this.grants = [...this.grants.filter((grant) => !touched.has(grantKey(grant))), ...outcome.grants];
    if (outcome.invoice) this.invoices = { ...this.invoices, [outcome.invoice.id]: outcome.invoice };
    this.#print(outcome.mission);
    return outcome;
  }

  /** A form's PDF is made after the commit, under the name it was given. */
  #print({ id, submission, report }: Mission): void {
    for (const document of [submission?.diagnostic, report?.document]) {
      if (document?.kind !== 'form') continue;
      const sha256 = hashOf(document.fileId);
      const file = { id: document.fileId, piece: 'diagnostic', missionId: id, laureateId: null, sha256 } as const;
      this.files = { ...this.files, [file.id]: { ...file, ownerUid: 'server', contentType: 'application/pdf' } };
    }
  }
}

/** As long as a real one, so that what a story made can be stored as it is. */
export const hashOf = (fileId: string) => `sha256 of ${fileId} `.padEnd(64, '.').slice(0, 64);

const grantKey = ({ laureateId, uid }: Grant) => `${laureateId}/${uid}`;

/** A laureate with its award, open to sharing, and a scoping note that names sub-theme 4.2. */
export function awarded(id: string, cents: number): LaureateFacts {
  const decision = { reference: 'COPIL-1', date: '2023-02-01', ceilingCents: 20_000_00, recommendations: '' };
  const line = { id: 'award.COPIL-1', cents, at: START - 300 * DAY, by: 'staff', reason: null, settingsVersion: 1 };
  return {
    id,
    name: `Manufacture ${id}`,
    status: 'active',
    note: { version: 1, subthemes: ['4.2'], accepted: false },
    openToSharing: true,
    entries: cents === 0 ? [] : [{ ...line, type: 'award', decision }],
    fundedBase: wholeBase,
    ledgerHolds: true,
  };
}
