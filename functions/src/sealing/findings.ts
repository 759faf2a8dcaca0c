/** What a check of a seal can find: what it means for whoever holds the file, and what to do. Nothing found means that the seal holds. */
export const sealFindings = {
  unsealed: 'Ce fichier ne porte pas de cachet. Demandez l’original, sur la page de la mission.',
  contentChanged:
    'Le contenu de ce fichier a changé depuis qu’il a reçu son cachet. Ne vous y fiez pas : l’original est sur la page de la mission.',
  foreignSeal:
    'Le cachet de ce fichier a été fait pour un autre fichier. Ne vous y fiez pas : l’original est sur la page de la mission.',
  addedAfter:
    'Quelque chose a été ajouté à ce fichier après son cachet. Ce qui était scellé est encore dedans, mais la page peut montrer autre chose : reprenez l’original, sur la page de la mission.',
  signatureInvalid:
    'La signature du cachet ne correspond pas à son certificat. Ne vous y fiez pas : l’original est sur la page de la mission.',
  certificateSwapped:
    'Le certificat du cachet a été remplacé par un autre. Ne vous y fiez pas : l’original est sur la page de la mission.',
  certificateMissing:
    'Le cachet ne porte pas le certificat de qui l’a fait : on ne peut pas savoir de qui il vient. Reprenez l’original, sur la page de la mission.',
  certificateOutOfDate:
    'Le certificat du cachet n’était pas valable à la date que le cachet annonce. Demandez à l’équipe du programme ce qu’il en est.',
  unknownSigner:
    'Le cachet ne vient pas du programme, ni d’une autorité que cette vérification connaît. Comparez son certificat avec celui que l’équipe du programme publie.',
  unsupported:
    'Le cachet est d’une sorte que cette vérification ne connaît pas. Un lecteur de PDF qui vérifie les signatures peut en dire plus.',
  unreadable:
    'Le cachet de ce fichier est illisible : il a été abîmé ou fabriqué. Reprenez l’original, sur la page de la mission.',
} as const satisfies Record<string, string>;

export type SealFinding = keyof typeof sealFindings;
