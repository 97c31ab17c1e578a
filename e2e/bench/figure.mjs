/**
 * What a benchmark measures, in one form for all topics.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {number | null} value null where it can't be measured; `reason` says why
 * @property {string} unit
 * @property {string} goal such as `<= 3`, or '' where it is only told
 * @property {string} [reason]
 */

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {string} [goal]
 * @returns {Figure}
 */
export function figure(name, value, unit, goal = '') {
  return { name, value: Number(value.toPrecision(4)), unit, goal };
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {string} goal
 * @param {string} reason
 * @returns {Figure}
 */
export function unmeasured(name, unit, goal, reason) {
  return { name, value: null, unit, goal, reason };
}

/**
 * @param {Figure} measured
 * @returns {boolean | null} null where there is nothing to reach, or nothing was measured
 */
export function isReached({ value, goal }) {
  const match = /^(<=|>=|=) (-?[\d.]+)$/.exec(goal);
  if (match === null || value === null) return null;
  const bound = Number(match[2]);
  return match[1] === '<=' ? value <= bound : match[1] === '>=' ? value >= bound : value === bound;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
