/**
 * Prints a progress line in Chinese and English.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  console.log(`▸ ${chinese} / ${english}`)
}

/**
 * Prints one line that says what is wrong and what to do, and ends with exit code 1.
 * @param {string} chinese
 * @param {string} english
 * @returns {never}
 */
export function giveUp(chinese, english) {
  console.error(`✗ ${chinese} / ${english}`)
  process.exit(1)
}
