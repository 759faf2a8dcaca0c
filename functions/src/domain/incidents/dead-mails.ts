/** Why nobody tries a mail any more, and what follows from it. */
export const deadMailCauses = {
  address: {
    sentence: 'La messagerie de cette personne refuse l’adresse : elle n’existe pas, ou ne reçoit plus rien.',
    next: 'Appelez-la, puis changez son adresse. Ses courriels repartent ensuite à la nouvelle.',
  },
  message: {
    sentence: 'Un serveur de courriel a refusé ce message, pas l’adresse.',
    next: 'Renvoyez-le. S’il est encore refusé, prévenez la personne et transmettez la réponse du serveur à qui maintient le service.',
  },
  silence: {
    sentence: 'Aucun serveur n’a pris ce courriel, essayé pendant une journée.',
    next: 'Renvoyez-le. Si d’autres adresses sont touchées, le serveur de courriel est en panne.',
  },
  unprintable: {
    sentence: 'Le service n’a pas su écrire ce courriel.',
    next: 'Prévenez la personne autrement, et qui maintient le service.',
  },
} as const satisfies Record<string, { readonly sentence: string; readonly next: string }>;
export type DeadMailCause = keyof typeof deadMailCauses;
