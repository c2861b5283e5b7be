// @ts-check
// Which keys are ours.

/**
 * While an input method composes, the keys are its own. Safari ends the composition before it
 * sends the key that confirmed it, and says so with the code 229 alone.
 * @param {KeyboardEvent} event
 */
export const belongsToInputMethod = ({ isComposing, keyCode }) => isComposing || keyCode === 229;
