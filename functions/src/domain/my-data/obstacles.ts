/** What stands on one person alone, and would be left without anybody. */
export interface StandsAlone {
  /** Laureates with a live mission of which this person is the only signatory. */
  readonly laureates: readonly string[];
  /** The company of which this person is the only one, while it has live missions. */
  readonly company: string | null;
  readonly lastOfTheTeam: boolean;
}

/** Why staff can't carry the erasure out yet, as sentences that say what to do first. */
export function obstaclesOf({ laureates, company, lastOfTheTeam }: StandsAlone): string[] {
  return [
    ...laureates.map(
      (name) =>
        `Cette personne est la seule signataire de ${name}, qui a une mission en cours : nommez d’abord quelqu’un d’autre.`,
    ),
    ...(company === null
      ? []
      : [
          `Cette personne est la seule de ${company}, qui a une mission en cours : menez-la à son terme, ou invitez d’abord quelqu’un d’autre.`,
        ]),
    ...(lastOfTheTeam ? ['C’est la dernière personne active de l’équipe : invitez d’abord quelqu’un d’autre.'] : []),
  ];
}
