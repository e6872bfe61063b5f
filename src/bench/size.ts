/** How much is measured. */
export interface Size {
  /** Sets of answers that plans are made from. */
  readonly sets: number;
  /** Sets of answers on which the peer has to agree. */
  readonly agreeing: number;
  /** How often all sets are planned. */
  readonly rounds: number;
  /** Entries in the store. */
  readonly entries: number;
  /** Steps of plans kept in it. */
  readonly steps: number;
  /** Interactions sent to an app at a time, and how often. */
  readonly interactions: number;
  readonly bursts: number;
  /** Processes started of each kind. */
  readonly starts: number;
  /** Letters of the long texts. */
  readonly letters: number;
  /** What is done once before it is measured. */
  readonly warmUps: number;
}

/** What `npm run bench` measures. */
export const full: Size = {
  sets: 300,
  agreeing: 500,
  rounds: 9,
  entries: 100_000,
  steps: 1000,
  interactions: 1500,
  bursts: 7,
  starts: 21,
  letters: 1_000_000,
  warmUps: 1,
};

/** What `npm run bench -- --quick` measures: too little to rely on, enough to see that it runs. */
export const quick: Size = {
  sets: 30,
  agreeing: 30,
  rounds: 1,
  entries: 500,
  steps: 50,
  interactions: 40,
  bursts: 1,
  starts: 1,
  letters: 160_000,
  warmUps: 0,
};
