import { findNode } from './find-node.mjs'
import { installPackages } from './install-packages.mjs'
import { giveUp } from './say.mjs'

/**
 * Gets a fresh clone ready to run: the packages, and the Node program that runs houqin.
 * @param {string} root the project folder
 * @returns {Promise<string>} the Node program
 */
export async function prepare(root) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    giveUp(
      `Node.js ${process.versions.node} 太旧：请安装 20 以上的版本。`,
      `Node.js ${process.versions.node} is too old: install version 20 or newer.`,
    )
  }
  await installPackages(root)
  const node = findNode(root)
  if (node) return node
  return giveUp(
    `没有适用于 ${process.platform}-${process.arch} 的内置 Node 24：请安装 Node.js 24 以上后重新运行 npm start。`,
    `No Node 24 comes with houqin for ${process.platform}-${process.arch}: install Node.js 24 or newer and run npm start again.`,
  )
}
