import type { LedgerHead } from '../../functions/src/store/collections/ledger.ts';
import type { ExportedProof } from './exported.ts';
import { type Answer, fails, holds, told, unknown } from './run.ts';

type Link = NonNullable<ExportedProof['chain']> & { readonly id: string; readonly at: number };
type Head = NonNullable<LedgerHead['proofs']>;

/** The proofs of one laureate that an archive has. */
interface Proofs {
  readonly links: Link[];
  /** Those without a place: made before there were chains, or put there by a hand. */
  readonly placeless: Pick<Link, 'id' | 'at'>[];
  /** The last that its ledger names; null where the archive has no ledger of it, or a ledger that names none. */
  head: Head | null;
}

/**
 * The proofs of an archive against each other, and against the last one that a ledger names. An archive of one mission has some of a laureate's only:
 * what is between them is told. Where the ledger is there too, all are looked for.
 */
export class ProofChains {
  readonly #laureates = new Map<string, Proofs>();

  add({ proof: { id, at, laureateId }, chain }: ExportedProof): void {
    const { links, placeless } = this.#of(laureateId);
    if (chain) links.push({ ...chain, id, at });
    else placeless.push({ id, at });
  }

  endsAt(laureateId: string, head: Head): void {
    this.#of(laureateId).head = head;
  }

  answers(): Answer[] {
    const everyone = [...this.#laureates.values()];
    const found = everyone.flatMap(answersAbout);
    const count = everyone.reduce((sum, { links }) => sum + links.length, 0);
    const isSound = found.every(({ verdict }) => verdict === 'told');
    return [...(count > 0 && isSound ? [followed(count)] : []), ...found];
  }

  #of(laureateId: string): Proofs {
    const known = this.#laureates.get(laureateId) ?? { links: [], placeless: [], head: null };
    this.#laureates.set(laureateId, known);
    return known;
  }
}

const followed = (count: number) =>
  holds(`Les ${count} preuves qui ont une place dans la suite de leur lauréat s’y suivent.`);

function answersAbout({ links, placeless, head }: Proofs): Answer[] {
  const ordered = links.toSorted((a, b) => a.sequence - b.sequence);
  return [
    ...detached(ordered),
    ...placedByHand(ordered, placeless),
    ...againstHead(ordered, head),
    ...gaps(ordered, head),
  ];
}

function detached(ordered: readonly Link[]): Answer[] {
  const wrong = ordered.filter(({ sequence, previousHash }, index) => {
    const before = ordered[index - 1];
    if (before === undefined || before.sequence + 1 < sequence) return false;
    return before.sequence === sequence || before.hash !== previousHash;
  });
  return wrong.map(({ id }) =>
    fails(`La preuve ${id} ne suit pas celle qui la précède : l’une des deux a été remplacée.`),
  );
}

/** Once a laureate has a chain, all that it decides has a place there. */
function placedByHand([first]: readonly Link[], placeless: Proofs['placeless']): Answer[] {
  return placeless
    .filter(({ at }) => first !== undefined && at > first.at)
    .map(({ id }) =>
      fails(
        `La preuve ${id} n’a pas de place dans la suite de son lauréat, qui avait commencé : elle y a été ajoutée.`,
      ),
    );
}

function againstHead(ordered: readonly Link[], head: Head | null): Answer[] {
  if (head === null) return [];
  const last = ordered.find(({ sequence }) => sequence === head.sequence);
  const later = ordered.filter(({ sequence }) => sequence > head.sequence);
  return [
    ...(last && last.hash !== head.hash
      ? [fails(`La preuve ${last.id} n’est pas celle que le registre de la subvention désigne à cette place.`)]
      : []),
    ...later.map(({ id }) =>
      unknown(
        `La preuve ${id} vient après la dernière que le registre de la subvention désigne : elle est arrivée pendant que l’archive se préparait, ou elle y a été ajoutée. Demandez une nouvelle archive.`,
      ),
    ),
  ];
}

/** Places that are not in the archive. Without a ledger, those before the first and after the last are not known of. */
function gaps(ordered: readonly Link[], head: Head | null): Answer[] {
  const places = new Set(ordered.map(({ sequence }) => sequence));
  const from = head === null ? (ordered[0]?.sequence ?? 1) : 1;
  const until = head?.sequence ?? ordered.at(-1)?.sequence ?? 0;
  const missing = Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index).filter(
    (place) => !places.has(place),
  );
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? '…' : '');
  return head === null
    ? [told(`Entre ces preuves, le même lauréat en a d’autres, qui ne sont pas dans l’archive : n° ${named}.`)]
    : [unknown(`Le registre d’une subvention désigne des preuves qui ne sont pas dans l’archive : n° ${named}.`)];
}

const MOST_NAMED = 20;
