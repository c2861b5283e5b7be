// @ts-check
// What a lesson in a learning platform says to learners, in English.

/** @param {number} score from 0 to 1 */
const percent = (score) => `${Math.round(score * 100)} %`;

export default {
  reported: (/** @type {{ score: number, isComplete: boolean }} */ { score, isComplete }) =>
    isComplete
      ? "All is solved, and the learning platform knows it."
      : `The learning platform knows of ${percent(score)} so far.`,
  alone:
    "This page was opened without a learning platform, so nothing is reported. It works all the same; open it from your course for it to count.",
  refused: (/** @type {{ reason: string }} */ { reason }) =>
    `The learning platform did not take the result (${reason}). Your work is kept in this browser: open the lesson from your course again.`,
  noRoom:
    "The learning platform has no room for the results of each exercise; in another browser you would begin anew.",
};
