/** What people do about stretch marks, doing nothing among it: names only. What is known of each stands in care. */
export const methodIds = [
  'watch-only',
  'nothing',
  'moisturiser',
  'oil',
  'cream',
  'retinoid-cream',
  'peel',
  'home-roller',
  'professional-microneedling',
  'serum-assisted',
  'laser',
  'radiofrequency',
] as const;
export type MethodId = (typeof methodIds)[number];

/** What a person can reasonably hope to see change; each can be measured or felt. There is no goal called gone. */
export const goals = ['softer-feel', 'less-colour-contrast', 'narrower-look', 'just-track'] as const;
export type Goal = (typeof goals)[number];
