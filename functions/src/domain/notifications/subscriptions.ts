import { expertSubscriptions } from './expert-subscriptions.ts';
import { laureateSubscriptions } from './laureate-subscriptions.ts';
import { missionSubscriptions } from './mission-subscriptions.ts';
import { noteSubscriptions } from './note-subscriptions.ts';
import { peopleSubscriptions } from './people-subscriptions.ts';
import { serviceSubscriptions } from './service-subscriptions.ts';
import type { Subscription } from './subscription.ts';

/**
 * Who hears of what: every event of the service, audience by audience, with its mail and when it is told by default. Each part is exhaustive over
 * its own actions: a new one does not compile until someone decides, and silence is written down.
 */
export const subscriptions = {
  mission: missionSubscriptions,
  expert: expertSubscriptions,
  laureate: laureateSubscriptions,
  note: noteSubscriptions,
  people: peopleSubscriptions,
  service: serviceSubscriptions,
} as const satisfies Record<string, Readonly<Record<string, readonly Subscription<string>[]>>>;
