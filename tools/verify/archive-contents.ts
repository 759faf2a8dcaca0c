import type { X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { LEDGER_FILE, PROOFS } from '../../functions/src/domain/archives/manifest.ts';
import { pieces } from '../../functions/src/domain/dossiers/pieces.ts';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { checkSeal } from '../../functions/src/sealing/check.ts';
import { ledgerHeadSchema, lineSchema } from '../../functions/src/store/collections/ledger.ts';
import { chainFault } from '../../functions/src/store/laureates/ledger-chain.ts';
import { readExported } from './exported.ts';
import { ProofChains } from './proof-chains.ts';
import { type Answer, fails, holds, proofAnswers, sealAnswers, told, unknown } from './run.ts';

const ledgerSchema = z.object({
  laureateId: z.string(),
  lines: z.array(lineSchema),
  head: ledgerHeadSchema.nullable(),
});

/** What is read again inside, by the place of the file. */
const kinds = {
  proof: { is: (path: string) => path.split('/').at(-2) === PROOFS, word: 'preuves' },
  ledger: { is: (path: string) => `/${path}`.endsWith(`/${LEDGER_FILE}`), word: 'registres de subvention' },
  attestation: {
    is: (path: string) => path.includes(`/${pieces.attestation.label}/`) && path.endsWith('.pdf'),
    word: 'cachets',
  },
} as const satisfies Record<string, { is: (path: string) => boolean; word: string }>;
type Kind = keyof typeof kinds;
const kindNames = ['proof', 'ledger', 'attestation'] as const satisfies readonly Kind[];

/** Looks inside of the files that can be checked one by one, and counts those that hold: of a whole programme, only what does not is said by name. */
export class Contents {
  readonly #sha256: ReadonlySet<string>;
  readonly #known: readonly X509Certificate[];
  readonly #held: Record<Kind, number> = { proof: 0, ledger: 0, attestation: 0 };
  readonly #against: Answer[] = [];
  readonly #chains = new ProofChains();
  readonly #stamps = { by: 0, without: 0 };

  /** `sha256`: of every file of the archive, among which those that a proof names are looked for. */
  constructor(sha256: ReadonlySet<string>, known: readonly X509Certificate[]) {
    this.#sha256 = sha256;
    this.#known = known;
  }

  keeps(path: string): boolean {
    return kindNames.some((kind) => kinds[kind].is(path));
  }

  look(path: string, bytes: Buffer): void {
    for (const kind of kindNames) {
      if (!kinds[kind].is(path)) continue;
      const answers = this.#looks[kind](bytes);
      const against = answers.filter(({ verdict }) => verdict === 'fails' || verdict === 'unknown');
      if (answers.length > 0 && against.length === 0) this.#held[kind] += 1;
      this.#against.push(
        ...against.map(({ verdict, sentence }) => ({ verdict, sentence: `« ${path} » : ${sentence}` })),
      );
    }
  }

  answers(): Answer[] {
    const stamped =
      this.#stamps.without === 0 && this.#stamps.by === 0
        ? []
        : [
            told(
              `Preuves horodatées par une autorité : ${this.#stamps.by} ; sans horodatage : ${this.#stamps.without}.`,
            ),
          ];
    const held = kindNames.filter((kind) => this.#held[kind] > 0);
    return [
      ...held.map((kind) => holds(`Vérifiés un à un : ${this.#held[kind]} ${kinds[kind].word}.`)),
      ...this.#chains.answers(),
      ...stamped,
      ...this.#against,
    ];
  }

  readonly #looks: Readonly<Record<Kind, (bytes: Buffer) => Answer[]>> = {
    proof: (bytes) => {
      const exported = readExported(bytes.toString());
      if (exported === null) return [unknown('la preuve est illisible.')];
      this.#chains.add(exported);
      this.#stamps[exported.timeStamp ? 'by' : 'without'] += 1;
      const absent = exported.proof.documents.filter(({ sha256 }) => !this.#sha256.has(sha256));
      return [
        ...proofAnswers(exported, this.#known),
        ...absent.map(({ sha256 }) => unknown(`ce qui a été décidé n’est pas dans l’archive (${sha256}).`)),
      ];
    },
    ledger: (bytes) => {
      const found = ledgerOf(bytes.toString());
      if (found === null) return [unknown('le registre est illisible.')];
      if (found.head?.proofs) this.#chains.endsAt(found.laureateId, found.head.proofs);
      const fault = chainFault(found.lines, found.head);
      return [fault === null ? holds('chaque ligne tient à la précédente.') : fails(faultSentence(fault))];
    },
    // Those of before there were seals have none: nothing is said of them.
    attestation: (bytes) => {
      const report = checkSeal(Uint8Array.from(bytes), this.#known);
      return report.seals.length === 0 ? [] : sealAnswers(report);
    },
  };
}

function ledgerOf(text: string): z.infer<typeof ledgerSchema> | null {
  try {
    return ledgerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
