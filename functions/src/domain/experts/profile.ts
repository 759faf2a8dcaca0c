import type { Day, Instant } from '../calendar.ts';
import type { Answers } from '../forms/form.ts';
import type { ExpertAvailability } from './availability.ts';

/** A company registered as expert. Private: only its card (`experts/card.ts`) is public, and only once published. */
export interface Expert {
  readonly id: string;
  readonly company: string;
  readonly siret: string;
  readonly state: ExpertState;
  /** Two facts, since laureates are free to choose: shown in the directory, and open to missions. */
  readonly published: boolean;
  readonly mayBeCommissioned: boolean;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly publishes: Published;
  readonly website: string;
  readonly subthemes: readonly string[];
  readonly regions: readonly string[];
  /** Absent from what was written before it was asked; null where the company said nothing. */
  readonly availability?: ExpertAvailability | null | undefined;
  readonly answers: Answers;
  /** Of the form that was answered. */
  readonly formVersion: number;
  /** « ne détenir aucun intérêt dans aucune manufacture de proximité labellisée » */
  readonly noInterestDeclaredAt: Instant;
  /** Names of the labelled manufactures in which the programme found one all the same (`store/experts/interests.ts`). */
  readonly interests: readonly string[];
  /** Staff's reason for which they do not stop missions (portage, cooperatives); null while they do. */
  readonly interestsLifted: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
  readonly submittedAt: Instant;
  /** The laureate that invited it to register; absent when it came by itself. */
  readonly invitedBy?: InvitedBy | null | undefined;
  /** The last decision, with what it told the expert. */
  readonly review: Review | null;
  /** The year of its card; absent before it was ever published, and from cards published before years were counted. */
  readonly confirmation?: CardConfirmation | null | undefined;
  /** The day on which time must look at its card again (`confirming.ts`); null when nothing is to be asked. */
  readonly confirmBy?: Day | null | undefined;
  /** Where the sheet stood when it was suspended; null while it is not. */
  readonly suspendedFrom?: ExpertStanding | null | undefined;
}

/** What the expert chose to publish, beside what every card has. */
export interface Published {
  readonly email: boolean;
  readonly phone: boolean;
  /** Its past missions; absent from profiles written before they could be published, which were promised that they are not. */
  readonly references?: boolean | undefined;
}

export interface CardConfirmation {
  /** When the card was published, or last said to be right. */
  readonly at: Instant;
  /** Sent since its year was over. */
  readonly reminders: readonly Instant[];
}

export interface InvitedBy {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly byName: string;
}

export const expertStates = {
  submitted: 'À examiner',
  returned: 'Renvoyée pour complément',
  published: 'Publiée dans l’annuaire',
  notPublished: 'Non publiée',
  suspended: 'Suspendue',
  withdrawn: 'Retirée',
} as const;
export type ExpertState = keyof typeof expertStates;

/** What a suspension took away, and what its end gives back. */
export interface ExpertStanding {
  readonly state: ExpertState;
  readonly published: boolean;
  readonly mayBeCommissioned: boolean;
}

/** Field of the registration → what staff ask about it. */
export type Remarks = Readonly<Record<string, string>>;

export interface Review {
  readonly by: string;
  readonly at: Instant;
  readonly message: string;
  /** Absent from what was reviewed before remarks existed. */
  readonly remarks?: Remarks | undefined;
}
