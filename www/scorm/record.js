// @ts-check
// What a learner has reached in a lesson: the best result of each exercise.

/** @typedef {{ score: number, isSolved: boolean }} Mark `score` is from 0 to 1 */

export class Record {
  /** @type {Map<string, Mark>} */
  #marks;

  /** @param {string[]} ids of the exercises of the lesson */
  constructor(ids) {
    this.#marks = new Map(ids.map((id) => [id, { score: 0, isSolved: false }]));
  }

  /**
   * @param {string} id
   * @param {Mark} mark counts if it is better than what there was
   * @returns {boolean} whether it is
   */
  add(id, mark) {
    const former = this.#marks.get(id);
    // Another exercise of the page is none of the lesson's.
    if (!former) return false;
    const score = Math.max(former.score, Math.min(1, mark.score || 0));
    const isSolved = former.isSolved || mark.isSolved;
    this.#marks.set(id, { score, isSolved });
    return score > former.score || isSolved !== former.isSolved;
  }

  /** From 0 to 1: the average of all exercises. */
  get score() {
    const scores = [...this.#marks.values()].map(({ score, isSolved }) => (isSolved ? 1 : score));
    return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  /** Whether all exercises are solved. */
  get isComplete() {
    return [...this.#marks.values()].every(({ isSolved }) => isSolved);
  }

  /** What {@link Record.read} takes. */
  get text() {
    const marks = [...this.#marks].filter(([, { score, isSolved }]) => score > 0 || isSolved);
    const short = marks.map(([id, { score, isSolved }]) => [id, isSolved ? 1 : Math.round(score * 1e4) / 1e4]);
    return JSON.stringify(Object.fromEntries(short));
  }

  /** @param {string} text of an earlier session; whatever else it is, nothing is lost */
  read(text) {
    let marks;
    try {
      marks = JSON.parse(text);
    } catch {
      return;
    }
    if (typeof marks !== "object" || marks === null) return;
    for (const [id, score] of Object.entries(marks)) {
      if (typeof score === "number") this.add(id, { score, isSolved: score >= 1 });
    }
  }
}
