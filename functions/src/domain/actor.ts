/** Who acts, as the store found it in the documents of authority (`accounts`, `members`), never from a token's claims. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'laureate';
      readonly uid: string;
      readonly name: string;
      readonly signedInAt: number;
      readonly identity?: Identity | undefined;
      readonly memberships: readonly Membership[];
    }
  | {
      readonly kind: 'expert';
      readonly uid: string;
      readonly name: string;
      readonly signedInAt: number;
      readonly identity?: Identity | undefined;
      readonly expertId: string;
    }
  | {
      readonly kind: 'staff' | 'observer';
      readonly uid: string;
      readonly name: string;
      readonly signedInAt: number;
      readonly identity?: Identity | undefined;
    }
  | { readonly kind: 'system'; readonly uid: 'system'; readonly name: string };

/** What the account says of its person besides what it may do. Absent where the actor is no account's: tests, tools. */
export interface Identity {
  readonly email: string;
  /** Path of the request whose mail signed the person in, which a proof quotes; null when the session names none. */
  readonly request: string | null;
  /** Since when mails do not reach that address; absent while they do. UTC milliseconds. */
  readonly unreachedSince?: number | undefined;
}

export type SignedInActor = Exclude<Actor, { kind: 'anonymous' }>;

/** Who did something, as what is kept of it says: by the name of that day. */
export interface Author {
  readonly uid: string;
  readonly name: string;
}

/** The author that somebody is, and nothing else of that person. */
export function authorOf({ uid, name }: Author): Author {
  return { uid, name };
}

export interface Membership {
  readonly laureateId: string;
  readonly role: MemberRole;
  /** Name of the signatory by whose word a contributor signs today; a proof says it. */
  readonly delegatedBy?: string | undefined;
  /** Who gave this role, and when; absent where it was given before that was kept. */
  readonly given?: { readonly byName: string; readonly at: number } | undefined;
}

/** A signatory engages the organisation; a contributor prepares and reads. */
export type MemberRole = 'signatory' | 'contributor';

/** What each role is called; epicene, since it is shown beside names. */
export const roleLabels = {
  signatory: 'Signataire',
  contributor: 'Personne contributrice',
  expert: 'Expert',
  staff: 'Équipe France Tiers-Lieux',
  observer: 'Personne observatrice',
  system: 'Service automatique',
} as const satisfies Record<MemberRole | Exclude<SignedInActor['kind'], 'laureate'>, string>;

/** The seat that a person has in a laureate; undefined for whoever has none there. */
export function membershipIn(actor: Actor, laureateId: string): Membership | undefined {
  if (actor.kind !== 'laureate') return undefined;
  return actor.memberships.find((membership) => membership.laureateId === laureateId);
}

/** The role that a person has in a laureate; null for whoever has none there. */
export function roleIn(actor: Actor, laureateId: string): MemberRole | null {
  return membershipIn(actor, laureateId)?.role ?? null;
}

/** Staff, and observers: who reads everything of the programme. */
export function isOverseer(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'observer';
}
