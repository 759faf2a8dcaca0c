import type { LedgerHead } from '../../functions/src/store/collections/ledger.ts';
import type { ExportedProof } from './exported.ts';
import { type Answer, fails, holds } from './run.ts';

type Link = NonNullable<ExportedProof['chain']> & { readonly id: string };
type Head = NonNullable<LedgerHead['proofs']>;

/** The proofs of an archive against each other, and against the last one that a ledger names. An archive may have some of a laureate's only. */
export class ProofChains {
  readonly #links = new Map<string, Link[]>();
  readonly #heads = new Map<string, Head>();

  add({ proof, chain }: ExportedProof): void {
    if (!chain || proof.laureateId === undefined) return;
    const known = this.#links.get(proof.laureateId) ?? [];
    this.#links.set(proof.laureateId, [...known, { ...chain, id: proof.id }]);
  }

  endsAt(laureateId: string, head: Head): void {
    this.#heads.set(laureateId, head);
  }

  answers(): Answer[] {
    const against = [...this.#links].flatMap(([laureateId, links]) => faultsOf(links, this.#heads.get(laureateId)));
    const count = [...this.#links.values()].flat().length;
    return count === 0 || against.length > 0
      ? against.map(fails)
      : [holds(`Les ${count} preuves qui ont une place dans la suite de leur lauréat s’y suivent.`)];
  }
}

function faultsOf(links: readonly Link[], head: Head | undefined): string[] {
  const ordered = links.toSorted((a, b) => a.sequence - b.sequence);
  const detached = ordered.filter(({ sequence, previousHash }, index) => {
    const before = ordered[index - 1];
    if (before === undefined || before.sequence + 1 < sequence) return false;
    return before.sequence === sequence || before.hash !== previousHash;
  });
  const last = ordered.find(({ sequence }) => sequence === head?.sequence);
  const strayed = last && last.hash !== head?.hash ? [last] : [];
  return [
    ...detached.map(({ id }) => `La preuve ${id} ne suit pas celle qui la précède : l’une des deux a été remplacée.`),
    ...strayed.map(
      ({ id }) => `La preuve ${id} n’est pas celle que le registre de la subvention désigne à cette place.`,
    ),
  ];
}
