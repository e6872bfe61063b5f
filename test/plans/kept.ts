import type { KeptPlan } from '../../src/plans/kept-plan.js';

/** Answers a plan of Ann's on which nothing was done yet. */
export const fresh: KeptPlan = {
  owner: 'UANN',
  answers: [],
  ticks: [],
  acknowledgements: [],
  shares: [],
  people: {},
  created: '2026-11-20T08:00:00.000Z',
  changed: '2026-11-20T08:00:00.000Z',
};

export const at = '2026-11-20T09:30:00.000Z';
export const later = '2026-11-20T09:31:00.000Z';

/** A high-risk plan that is ready, but for its collection. */
export const risky =
  'site-version=2509 scenario=intranet task-sequence-kind=os-image purpose=required collection-type=custom collection-size=20 default-size=100 maximum-size=0 collection-has-site-server=no collection-has-server=no has-boot-image=yes package-share=no multicast=no';
