const STEPS_PER_DOUBLING = 6;
const STEP_OF_ONE = 18;
const STEPS = 64;

/** A score as one of 64 steps, six to a doubling: what a term of the ranking keeps for a notice. */
export const weightStep = (score: number): number =>
  Math.min(STEPS - 1, Math.max(0, Math.round(Math.log2(score) * STEPS_PER_DOUBLING) + STEP_OF_ONE));

/** The score that a step stands for. */
export const weightOf = (step: number): number => 2 ** ((step - STEP_OF_ONE) / STEPS_PER_DOUBLING);
